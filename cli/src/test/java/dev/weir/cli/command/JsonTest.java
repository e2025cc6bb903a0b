package dev.weir.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.Called;
import dev.weir.cli.Flights;
import dev.weir.materializer.version.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The shapes that docs/reference/json.md promises.
class JsonTest {

    private final Flights flights = new Flights();

    @BeforeEach
    void publish() {
        Version raw = flights.publish("raw_flights", "2013-01-15");
        flights.publish("daily_delays", "2013-01-15", Flights.reading(raw));
        flights.publish("carrier_report", "2013-01", flights.readingAll("daily_delays", "2013-01-01", "2013-01-31"));
        flights.reject("daily_delays", "2013-01-15");
    }

    @Test
    void list() {
        assertThat(result("list", "daily_delays")).isEqualTo("""
                {
                  "assets" : [ {
                    "asset" : "daily_delays",
                    "description" : "Delays by origin and carrier",
                    "group" : "flights",
                    "owners" : [ "team:ops" ],
                    "tags" : [ ],
                    "kinds" : [ ],
                    "partitions" : {
                      "cadence" : "DAILY",
                      "start" : "2013-01-01",
                      "end" : "2014-01-01",
                      "zone" : "America/New_York"
                    },
                    "type" : "Table<?>",
                    "external" : false,
                    "view" : false,
                    "runs_if" : null,
                    "pool" : null,
                    "runs_in" : "IN_PROCESS",
                    "command" : null,
                    "made_with" : [ ],
                    "upstream" : [ "hourly_weather", "raw_flights" ],
                    "downstream" : [ "carrier_report" ],
                    "checks" : [ "not_null_origin" ]
                  } ]
                }
                """);
    }

    @Test
    void dbMigrate() {
        assertThat(result("db", "migrate")).isEqualTo("""
                {
                  "database" : "flights on db, schema weir",
                  "from" : 0,
                  "to" : 1
                }
                """);
    }

    @Test
    void show() {
        assertThat(result("show", "daily_delays@2013-01-15")).isEqualTo("""
                {
                  "asset" : {
                    "asset" : "daily_delays",
                    "description" : "Delays by origin and carrier",
                    "group" : "flights",
                    "owners" : [ "team:ops" ],
                    "tags" : [ ],
                    "kinds" : [ ],
                    "partitions" : {
                      "cadence" : "DAILY",
                      "start" : "2013-01-01",
                      "end" : "2014-01-01",
                      "zone" : "America/New_York"
                    },
                    "type" : "Table<?>",
                    "external" : false,
                    "view" : false,
                    "runs_if" : null,
                    "pool" : null,
                    "runs_in" : "IN_PROCESS",
                    "command" : null,
                    "made_with" : [ ],
                    "upstream" : [ "hourly_weather", "raw_flights" ],
                    "downstream" : [ "carrier_report" ],
                    "checks" : [ "not_null_origin" ]
                  },
                  "source" : {
                    "file" : null,
                    "line" : null
                  },
                  "version" : {
                    "version" : "daily_delays@2013-01-15#1",
                    "id" : "019b0000-0004-7000-8000-000000000004",
                    "asset" : "daily_delays",
                    "partition" : "2013-01-15",
                    "number" : 1,
                    "state" : "PUBLISHED",
                    "tainted" : null,
                    "created_at" : "2026-06-01T11:00:04Z",
                    "run" : "019b0000-0001-7000-8000-000000000001",
                    "revision" : null,
                    "rows" : 842,
                    "bytes" : 23456,
                    "attempt" : 1,
                    "digests" : {
                      "code" : "0100000000000001000000000000000100000000000000010000000000000001",
                      "config" : "0200000000000002000000000000000200000000000000020000000000000002",
                      "inputs" : "0300000000000003000000000000000300000000000000030000000000000003",
                      "data" : "0400000000000004000000000000000400000000000000040000000000000004"
                    },
                    "metadata" : {
                      "source" : "archive"
                    },
                    "tags" : { },
                    "inputs" : [ {
                      "asset" : "raw_flights",
                      "version" : "raw_flights@2013-01-15#1",
                      "id" : "019b0000-0002-7000-8000-000000000002"
                    } ],
                    "content" : "table",
                    "columns" : [ {
                      "name" : "origin",
                      "type" : "VARCHAR",
                      "nullable" : false
                    }, {
                      "name" : "delay",
                      "type" : "DOUBLE",
                      "nullable" : true
                    } ],
                    "files" : [ {
                      "path" : "/warehouse/objects/daily_delays/2013-01-15/part-0-1.parquet",
                      "rows" : 842,
                      "bytes" : 23456,
                      "sha256" : "0500000000000005000000000000000500000000000000050000000000000005"
                    } ],
                    "quarantined" : [ ],
                    "checks" : [ {
                      "check" : "not_null_origin",
                      "passed" : true,
                      "severity" : "ERROR",
                      "description" : "origin is never null",
                      "metadata" : {
                        "rows" : 842,
                        "nulls" : 0
                      },
                      "sample" : [ ],
                      "took_ms" : 2.0
                    } ]
                  },
                  "rejected" : {
                    "version" : "daily_delays@2013-01-15#2",
                    "id" : "019b0000-0009-7000-8000-000000000009",
                    "asset" : "daily_delays",
                    "partition" : "2013-01-15",
                    "number" : 2,
                    "state" : "REJECTED",
                    "tainted" : null,
                    "created_at" : "2026-06-01T11:00:09Z",
                    "run" : "019b0000-0008-7000-8000-000000000008",
                    "revision" : null,
                    "rows" : 842,
                    "bytes" : 23456
                  },
                  "skipped" : null,
                  "held" : [ ]
                }
                """);
    }

    @Test
    void partitions() {
        assertThat(result("partitions", "daily_delays")).isEqualTo("""
                {
                  "asset" : "daily_delays",
                  "partitions" : {
                    "cadence" : "DAILY",
                    "start" : "2013-01-01",
                    "end" : "2014-01-01",
                    "zone" : "America/New_York"
                  },
                  "states" : {
                    "rejected" : {
                      "count" : 1,
                      "ranges" : [ {
                        "first" : "2013-01-15",
                        "last" : "2013-01-15",
                        "count" : 1
                      } ]
                    },
                    "tainted" : {
                      "count" : 0,
                      "ranges" : [ ]
                    },
                    "published" : {
                      "count" : 0,
                      "ranges" : [ ]
                    },
                    "skipped" : {
                      "count" : 0,
                      "ranges" : [ ]
                    },
                    "missing" : {
                      "count" : 364,
                      "ranges" : [ {
                        "first" : "2013-01-01",
                        "last" : "2013-01-14",
                        "count" : 14
                      }, {
                        "first" : "2013-01-16",
                        "last" : "2013-12-31",
                        "count" : 350
                      } ]
                    }
                  },
                  "kept" : [ "daily_delays@2013-01-15#1" ],
                  "skips" : [ ]
                }
                """);
    }

    @Test
    void lineage() {
        assertThat(result("lineage", "carrier_report@2013-01", "--up", "--depth", "1"))
                .isEqualTo("""
                {
                  "version" : {
                    "version" : "carrier_report@2013-01#1",
                    "id" : "019b0000-0006-7000-8000-000000000006",
                    "asset" : "carrier_report",
                    "partition" : "2013-01",
                    "number" : 1,
                    "state" : "PUBLISHED",
                    "tainted" : null,
                    "created_at" : "2026-06-01T11:00:06Z",
                    "run" : "019b0000-0001-7000-8000-000000000001",
                    "revision" : null,
                    "rows" : 842,
                    "bytes" : 23456
                  },
                  "upstream" : {
                    "versions" : [ {
                      "version" : "daily_delays@2013-01-15#1",
                      "id" : "019b0000-0004-7000-8000-000000000004",
                      "asset" : "daily_delays",
                      "partition" : "2013-01-15",
                      "number" : 1,
                      "state" : "PUBLISHED",
                      "tainted" : null,
                      "created_at" : "2026-06-01T11:00:04Z",
                      "run" : "019b0000-0001-7000-8000-000000000001",
                      "revision" : null,
                      "rows" : 842,
                      "bytes" : 23456,
                      "distance" : 1
                    } ],
                    "edges" : [ {
                      "upstream" : "019b0000-0004-7000-8000-000000000004",
                      "downstream" : "019b0000-0006-7000-8000-000000000006"
                    } ],
                    "truncated" : false
                  }
                }
                """);
    }

    @Test
    void plan() {
        assertThat(result("plan", "daily_delays", "--partition", "2013-01-15")).isEqualTo("""
                {
                  "environment" : "main",
                  "as_of" : 3,
                  "steps" : [ {
                    "target" : "hourly_weather@2013-01-15",
                    "asset" : "hourly_weather",
                    "action" : {
                      "does" : "COMPUTE",
                      "reason" : "MISSING",
                      "because" : "it has never been materialized"
                    },
                    "runs_if" : null,
                    "estimate_ms" : null
                  }, {
                    "target" : "daily_delays@2013-01-15",
                    "asset" : "daily_delays",
                    "action" : {
                      "does" : "COMPUTE",
                      "reason" : "DEPENDENCIES_CHANGED",
                      "because" : "it reads hourly_weather now"
                    },
                    "runs_if" : null,
                    "estimate_ms" : 1250.0
                  } ],
                  "reused" : { },
                  "notes" : [ ],
                  "estimate" : {
                    "duration_ms" : 1250.0,
                    "bytes" : 23456,
                    "steps_without_history" : 1
                  }
                }
                """);
    }

    @Test
    void why() {
        assertThat(result("why", "daily_delays@2013-01-15")).isEqualTo("""
                {
                  "target" : "daily_delays@2013-01-15",
                  "standing" : "STALE",
                  "current" : "daily_delays@2013-01-15#1",
                  "held" : null,
                  "renamed_from" : [ ],
                  "chain" : [ {
                    "kind" : "PLANNED",
                    "target" : "daily_delays@2013-01-15",
                    "standing" : "STALE",
                    "action" : {
                      "does" : "COMPUTE",
                      "reason" : "DEPENDENCIES_CHANGED",
                      "because" : "it reads hourly_weather now"
                    }
                  } ],
                  "notes" : [ ]
                }
                """);
    }

    private String result(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        Called called = Called.about(flights, all);
        assertThat(called.err()).isEmpty();
        assertThat(called.status()).isZero();
        String out = called.out();
        String start = "  \"result\" : ";
        return out.substring(out.indexOf(start) + start.length(), out.lastIndexOf("\n}")).indent(-2);
    }
}
