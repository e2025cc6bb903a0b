// Generated: npm run generate. Of ac85752d60a2a2d5, this is f75f699f8b3098c5.
export interface paths {
    readonly "/api/v1/login": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Exchanges a token for a cookie, for pages */
        readonly post: operations["postLogin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/project": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is served, by which Weir, and what the caller may do */
        readonly get: operations["getProject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/declarations": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether what is served is what the sources say, where somebody watches them: weir dev */
        readonly get: operations["getDeclarations"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/settings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What is declared, and the settings that hold with who says so, without secrets */
        readonly get: operations["getSettings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/graph": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All assets and the edges between them, as columns: number i of each column is about the asset at keys[i]; -1 means none */
        readonly get: operations["getGraph"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How each asset stands, in the order of /graph */
        readonly get: operations["getStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/graph/made": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** When each asset was made last and how long that took, in the order of /graph */
        readonly get: operations["getGraphMade"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/looking": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far the first look at everything has come, before which nobody knows how assets stand */
        readonly get: operations["getLooking"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether all is right: how many assets stand how, what checks found, and what needs attention, by its root cause */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/assets": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The assets that fit, by key, a page at a time; several values of a filter are joined by commas */
        readonly get: operations["getAssets"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What has a name that contains a text: assets, columns, owners, tags, groups and kinds, the best first */
        readonly get: operations["getSearch"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One asset, and its newest version or the one that is named */
        readonly get: operations["getAsset"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/why": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether it is up to date, and the fact that decides */
        readonly get: operations["getAssetWhy"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/partitions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which of its partitions are in which state, as ranges */
        readonly get: operations["getAssetPartitions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/versions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The versions of one partition, the newest first, or the current ones of all, those of the last partition first */
        readonly get: operations["getAssetVersions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/lineage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What a version was made from, and what was made from it, by exact versions */
        readonly get: operations["getAssetLineage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/source": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where it is declared, and the lines of it */
        readonly get: operations["getAssetSource"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/series": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Rows, bytes, duration and the other numbers of the last versions, as columns */
        readonly get: operations["getAssetSeries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/partitions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How the partitions of the selected assets stand, as ranges of those that stand alike */
        readonly get: operations["getPartitions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/sample": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The first rows of a version, or what else it holds, and what its checks found */
        readonly get: operations["getAssetSample"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How the columns of a version are filled */
        readonly get: operations["getAssetProfile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/diff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What differs between two versions of a partition */
        readonly get: operations["getDiff"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/columns": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Which columns the columns of an asset are made of, and which are made of them, as far as assets are queries */
        readonly get: operations["getAssetColumns"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/checks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The checks that are declared, those first that found something wrong */
        readonly get: operations["getChecks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/checks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The checks of one asset */
        readonly get: operations["getAssetChecks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/asset/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What one check found of the last versions, and how many assets wait where it blocks */
        readonly get: operations["getAssetCheck"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The runs, the newest first */
        readonly get: operations["getRuns"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/runs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One run: what became of its steps, and which it is still at */
        readonly get: operations["getRunsId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/runs/{id}/timeline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** When the steps of a run could begin, did, and ended, in the order in which they ended */
        readonly get: operations["getRunsIdTimeline"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/runs/{id}/step": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One step of a run, and what it made */
        readonly get: operations["getRunsIdStep"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/runs/{id}/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What the steps of a run said, a page at a time, from a byte on or before one; ask again from next for what has been said since */
        readonly get: operations["getRunsIdLog"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Shows what materialize would do and why, without doing it */
        readonly post: operations["postPlan"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/launches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Starts a run, as weir materialize does, or queues it behind one that is at some of the same; answers as soon as it is recorded */
        readonly post: operations["postLaunches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/launches/{run}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        readonly post?: never;
        /** Cancels a run that was launched here, as Ctrl-C does: what has passed its checks is still published */
        readonly delete: operations["deleteLaunchesRun"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What happens, as server-sent events: a run that changes, that the status is another, and that the declarations are. An event without news says hello, or reset to who missed some */
        readonly get: operations["getEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/v1/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** This document */
        readonly get: operations["getOpenapiJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Problem: {
            readonly code: string;
            /** @enum {string} */
            readonly kind: "USER" | "REFUSED" | "RESOURCES" | "SYSTEM";
            readonly message: string;
            readonly docs: string;
            readonly asset?: string;
            readonly parameter?: string;
            readonly check?: string;
            readonly text?: string;
            readonly position?: number;
            readonly file?: string;
            readonly line?: number;
            readonly column?: number;
        };
        readonly ProblemDocument: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            readonly code: string;
            readonly detail: string;
            readonly problems: readonly components["schemas"]["Problem"][];
        };
        readonly Partitions: {
            readonly keys?: readonly string[];
            readonly cadence?: string;
            readonly start?: string;
            readonly end?: string | null;
            readonly zone?: string;
        };
        readonly PartitionSet: {
            readonly count: number;
            readonly ranges: readonly {
                readonly first: string;
                readonly last: string;
                readonly count: number;
            }[];
        };
        readonly Asset: {
            readonly asset: string;
            readonly description: string;
            readonly group: string;
            readonly owners: readonly string[];
            readonly tags: readonly string[];
            readonly kinds: readonly string[];
            readonly partitions: components["schemas"]["Partitions"] | null;
            readonly type: string;
            readonly external: boolean;
            readonly view: boolean;
            readonly runs_if: {
                readonly name: string;
                readonly description: string;
            } | null;
            readonly pool: string | null;
            readonly runs_in: string;
            readonly command: string | null;
            readonly made_with: readonly string[];
            readonly upstream: readonly string[];
            readonly downstream: readonly string[];
            readonly checks: readonly string[];
        };
        readonly Column: {
            readonly name: string;
            readonly type: string;
            readonly nullable: boolean;
            readonly sensitive?: boolean;
        };
        readonly Revision: {
            readonly commit: string;
            readonly tree: string;
        };
        readonly Held: {
            readonly target: string;
            readonly number: number | null;
            /** Format: date-time */
            readonly since: string;
            readonly reason: string | null;
        };
        readonly Skipped: {
            readonly partition: string | null;
            readonly why: string;
            readonly at: string | null;
        };
        readonly Verdict: {
            readonly check: string;
            readonly passed: boolean;
            /** @enum {string} */
            readonly severity: "WARN" | "ERROR";
            readonly description: string;
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            readonly sample: readonly {
                readonly [key: string]: string;
            }[];
            readonly took_ms: number;
        };
        readonly VersionSummary: {
            readonly version: string;
            readonly id: string;
            readonly asset: string;
            readonly partition: string | null;
            readonly number: number;
            /** @enum {string} */
            readonly state: "PUBLISHED" | "REJECTED" | "CONDEMNED";
            readonly tainted: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly run: string;
            readonly revision: components["schemas"]["Revision"] | null;
            readonly rows: number | null;
            readonly bytes: number | null;
            readonly imported_from?: string;
            readonly accepted?: {
                /** Format: date-time */
                readonly at: string;
                readonly because: string;
                readonly made_by_code: string;
                readonly made_with_config: string;
            };
        };
        readonly VersionFull: {
            readonly version: string;
            readonly id: string;
            readonly asset: string;
            readonly partition: string | null;
            readonly number: number;
            /** @enum {string} */
            readonly state: "PUBLISHED" | "REJECTED" | "CONDEMNED";
            readonly tainted: string | null;
            /** Format: date-time */
            readonly created_at: string;
            readonly run: string;
            readonly revision: components["schemas"]["Revision"] | null;
            readonly rows: number | null;
            readonly bytes: number | null;
            readonly imported_from?: string;
            readonly accepted?: {
                /** Format: date-time */
                readonly at: string;
                readonly because: string;
                readonly made_by_code: string;
                readonly made_with_config: string;
            };
            readonly attempt: number;
            readonly digests: {
                readonly [key: string]: string;
            };
            readonly metadata: {
                readonly [key: string]: unknown;
            };
            readonly tags: {
                readonly [key: string]: string;
            };
            readonly inputs: readonly {
                readonly asset: string;
                readonly version?: string | null;
                readonly id?: string;
                readonly partitions?: string;
                readonly count?: number;
                readonly as_of?: number;
            }[];
            /** @enum {string} */
            readonly content: "table" | "json" | "file" | "folder" | "nothing";
            readonly value?: string;
            readonly columns?: readonly components["schemas"]["Column"][];
            readonly path?: string;
            readonly files?: readonly {
                readonly path: string;
                readonly rows?: number;
                readonly bytes: number;
                readonly sha256: string;
            }[];
            readonly quarantined?: readonly {
                readonly path: string;
                readonly rows?: number;
                readonly bytes: number;
                readonly sha256: string;
            }[];
            readonly checks: readonly components["schemas"]["Verdict"][];
        };
        readonly Action: {
            /** @enum {string} */
            readonly does: "COMPUTE" | "COMPUTE_UNLESS_INPUTS_EQUAL" | "CHECK" | "SKIP";
            readonly reason: string;
            readonly because: string;
        };
        readonly Plan: {
            readonly environment: string;
            readonly as_of: number;
            readonly steps: readonly {
                readonly target: string;
                readonly asset: string;
                readonly action: components["schemas"]["Action"];
                readonly runs_if: string | null;
                readonly estimate_ms?: number | null;
            }[];
            readonly reused: {
                readonly [key: string]: number;
            };
            readonly notes: readonly string[];
        };
        readonly Cause: {
            /** @enum {string} */
            readonly kind: "PLANNED" | "MADE";
            readonly target?: string;
            /** @enum {string} */
            readonly standing?: "UP_TO_DATE" | "HELD" | "STALE" | "UNDECIDED" | "MISSING" | "UNCHECKED" | "SKIPPED" | "BLOCKED";
            readonly action?: components["schemas"]["Action"];
            readonly version?: string;
            readonly reason?: string | null;
            readonly because?: string;
        };
        readonly Run: {
            readonly run: string;
            /** @enum {string} */
            readonly status: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELED";
            readonly environment: string;
            readonly request: string;
            readonly planned_steps: number;
            readonly steps?: {
                readonly planned: number;
                readonly done: number;
                readonly succeeded: number;
                readonly rejected: number;
                readonly failed: number;
                readonly skipped: number;
            };
            /** Format: date-time */
            readonly created_at: string;
            readonly started_at: string | null;
            readonly finished_at: string | null;
            readonly problem: string | null;
            readonly revision: components["schemas"]["Revision"] | null;
            /** @enum {string} */
            readonly trigger: "command" | "page" | "http";
            readonly waits_for?: string | null;
        };
        readonly Step: {
            readonly target: string;
            readonly asset: string;
            /** @enum {string} */
            readonly state: "SUCCEEDED" | "REJECTED" | "FAILED" | "SKIPPED";
            readonly attempt: number;
            readonly version_id: string | null;
            readonly started_at: string | null;
            readonly took_ms: number | null;
            readonly start_up_ms: number | null;
            readonly reason: string;
            readonly detail: string | null;
            readonly failed_before: readonly {
                readonly attempt: number;
                /** Format: date-time */
                readonly started_at: string;
                readonly took_ms: number;
                readonly problem: string;
            }[];
        };
        readonly LineageSide: {
            readonly versions: readonly {
                readonly version: string;
                readonly id: string;
                readonly asset: string;
                readonly partition: string | null;
                readonly number: number;
                /** @enum {string} */
                readonly state: "PUBLISHED" | "REJECTED" | "CONDEMNED";
                readonly tainted: string | null;
                /** Format: date-time */
                readonly created_at: string;
                readonly run: string;
                readonly revision: components["schemas"]["Revision"] | null;
                readonly rows: number | null;
                readonly bytes: number | null;
                readonly imported_from?: string;
                readonly accepted?: {
                    /** Format: date-time */
                    readonly at: string;
                    readonly because: string;
                    readonly made_by_code: string;
                    readonly made_with_config: string;
                };
                readonly distance: number;
            }[];
            readonly edges: readonly {
                readonly upstream: string;
                readonly downstream: string;
            }[];
            readonly truncated: boolean;
        };
        readonly Event: {
            /** @enum {string} */
            readonly topic: "hello" | "reset" | "runs" | "status" | "definitions";
            readonly seq: number;
            readonly run?: components["schemas"]["Run"];
            readonly watermark?: number;
            /** @enum {string} */
            readonly state?: "current" | "failed";
        };
        /** @enum {string} */
        readonly Status: "fresh" | "stale" | "missing" | "failed" | "rejected" | "tainted" | "running" | "skipped" | "unknown";
        readonly Looking: {
            /** Format: date-time */
            readonly since: string;
            readonly results_done: number;
            readonly results_of: number;
            readonly assets_done: number;
            readonly assets_of: number;
            readonly left_ms: number | null;
        };
    };
    responses: {
        /** @description The call is wrong; the problems say how. */
        readonly 400: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The call has no token, or not a valid one. */
        readonly 401: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The token does not allow this, or the call comes from another page or under another name. */
        readonly 403: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description There is no such asset, partition, version or run. */
        readonly 404: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description Refused as things stand, as the command line does with exit status 4. */
        readonly 409: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The body is longer than 64 KiB. */
        readonly 413: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The address is too long. */
        readonly 414: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The body is not said to be JSON. */
        readonly 415: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description The headers are too long: 16 KiB is the most that the whole head may have. */
        readonly 431: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description A fault of Weir's own; the details are in a file that the problem names. */
        readonly 500: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
        /** @description Not now: something that is needed cannot be had, or it takes too long. */
        readonly 503: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["ProblemDocument"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly postLogin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly token: string;
                };
            };
        };
        readonly responses: {
            /** @description The cookie is set. */
            readonly 204: {
                headers: {
                    /** @description The session, named as the cookie of the security schemes is. */
                    readonly "Set-Cookie": string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 413: components["responses"]["413"];
            readonly 414: components["responses"]["414"];
            readonly 415: components["responses"]["415"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
        };
    };
    readonly getProject: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The project. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly project: string;
                        readonly environment: string;
                        readonly weir: string;
                        readonly rights: readonly ("read" | "launch")[];
                        /** Format: date-time */
                        readonly started_at: string;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getDeclarations: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description With failed, what the sources said before is still served, and problems say why; 100 of them at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {string} */
                        readonly state: "current" | "failed";
                        /** Format: date-time */
                        readonly at: string;
                        readonly problems: readonly {
                            readonly code: string;
                            readonly message: string;
                            readonly docs: string;
                            readonly file: string | null;
                            readonly line: number | null;
                            readonly column: number | null;
                            readonly excerpt: readonly {
                                readonly line: number;
                                readonly text: string;
                            }[];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir show --config --json, and what is declared. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly java: string;
                        readonly assets: number;
                        readonly groups: number;
                        readonly checks: number;
                        readonly classes: readonly string[];
                        readonly jobs: readonly string[];
                        readonly settings: readonly {
                            readonly name: string;
                            readonly value: unknown;
                            readonly origin: string;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getGraph: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of what the caller has already */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The graph. */
            readonly 200: {
                headers: {
                    /** @description Another one when the definitions are. */
                    readonly ETag: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly definitions: string;
                        readonly keys: readonly string[];
                        readonly groups: readonly string[];
                        readonly group: readonly number[];
                        readonly owners: readonly string[];
                        readonly owner: readonly number[];
                        readonly kinds: readonly string[];
                        readonly kind: readonly number[];
                        readonly partitioned: readonly ("" | "static" | "hourly" | "daily" | "weekly" | "monthly")[];
                        readonly checks: readonly number[];
                        readonly edges: {
                            readonly from: readonly number[];
                            readonly to: readonly number[];
                        };
                    };
                };
            };
            /** @description The caller has it already. */
            readonly 304: {
                headers: {
                    /** @description Another one when the definitions are. */
                    readonly ETag: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description For each asset the number of its status in `statuses`. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly definitions: string;
                        readonly watermark: number;
                        /** Format: date-time */
                        readonly at: string;
                        readonly statuses: readonly components["schemas"]["Status"][];
                        readonly of: readonly number[];
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getGraphMade: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The ETag of what the caller has already */
                readonly "If-None-Match"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Of the version that became current last, of all partitions: when it was made, in seconds since 1970, and how many milliseconds it took; -1 of an asset that has none. */
            readonly 200: {
                headers: {
                    /** @description Another one when the definitions are, or something was committed. */
                    readonly ETag: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly definitions: string;
                        readonly watermark: number;
                        readonly made: readonly number[];
                        readonly took_ms: readonly number[];
                    };
                };
            };
            /** @description The caller has it already. */
            readonly 304: {
                headers: {
                    /** @description Another one when the definitions are, or something was committed. */
                    readonly ETag: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getLooking: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What all answers say that depend on it; null once it is over. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: {
                /** @description How many causes to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many causes at most; by default 20 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The counts, and a page of what needs attention: what is not well by itself, the worst first, with how many assets downstream wait for it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly watermark: number;
                        /** Format: date-time */
                        readonly at: string;
                        readonly assets: number;
                        readonly statuses: {
                            readonly [key: string]: number;
                        };
                        readonly checks: {
                            readonly declared: number;
                            readonly errors: number | null;
                            readonly warnings: number | null;
                        };
                        readonly attention: {
                            readonly total: number | null;
                            readonly items: readonly {
                                readonly asset: string;
                                readonly group: string;
                                readonly owners: readonly string[];
                                readonly status: components["schemas"]["Status"];
                                readonly reason: string;
                                readonly downstream: number;
                                readonly partitions: readonly string[];
                                readonly target: string | null;
                                readonly run: string | null;
                                readonly since: string | null;
                                readonly problem: string | null;
                            }[];
                        };
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssets: {
        readonly parameters: {
            readonly query?: {
                /** @description Words that all stand in the key or the description */
                readonly q?: string;
                /** @description Groups */
                readonly group?: string;
                /** @description Owners */
                readonly owner?: string;
                /** @description Tags */
                readonly tag?: string;
                /** @description Kinds */
                readonly kind?: string;
                /** @description Statuses */
                readonly status?: readonly ("fresh" | "stale" | "missing" | "failed" | "rejected" | "tainted" | "running" | "skipped" | "unknown")[];
                /** @description As on the command line, such as +daily_delays or status:stale */
                readonly selection?: string;
                /** @description How many to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many at most; by default 50 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of them, and how many of all that fit are of each group, owner, tag, kind and status. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly total: number;
                        readonly facets: {
                            readonly group: {
                                readonly [key: string]: number;
                            };
                            readonly owner: {
                                readonly [key: string]: number;
                            };
                            readonly tag: {
                                readonly [key: string]: number;
                            };
                            readonly kind: {
                                readonly [key: string]: number;
                            };
                            readonly status: {
                                readonly [key: string]: number;
                            };
                        };
                        readonly items: readonly {
                            readonly key: string;
                            readonly group: string;
                            readonly description: string;
                            readonly owners: readonly string[];
                            readonly tags: readonly string[];
                            readonly kinds: readonly string[];
                            readonly partitions: components["schemas"]["Partitions"] | null;
                            readonly status: components["schemas"]["Status"];
                            readonly reason: string;
                            readonly current: {
                                readonly version: string;
                                /** Format: date-time */
                                readonly published_at: string;
                                readonly rows: number | null;
                                readonly bytes: number | null;
                            } | null;
                        }[];
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getSearch: {
        readonly parameters: {
            readonly query: {
                /** @description The text; c:, o:, t:, g: or k: before it asks for columns, owners, tags, groups or kinds only */
                readonly q: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What was found, 50 at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly found: readonly {
                            /** @enum {string} */
                            readonly kind: "asset" | "column" | "owner" | "tag" | "group" | "kind";
                            readonly text: string;
                            readonly asset: string | null;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAsset: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of one version of the partition */
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir show --json, with how it stands, what it reads, and where it is declared. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asset: components["schemas"]["Asset"];
                        readonly version: components["schemas"]["VersionFull"] | null;
                        readonly took_ms: number | null;
                        readonly before: components["schemas"]["VersionSummary"] | null;
                        readonly rejected: components["schemas"]["VersionSummary"] | null;
                        readonly skipped: components["schemas"]["Skipped"] | null;
                        readonly held: readonly components["schemas"]["Held"][];
                        readonly status: components["schemas"]["Status"];
                        readonly looking: components["schemas"]["Looking"] | null;
                        readonly reason: string;
                        readonly incident: {
                            readonly target: string;
                            readonly run: string;
                            /** Format: date-time */
                            readonly since: string;
                            readonly problem: string | null;
                        } | null;
                        readonly inputs: readonly {
                            readonly parameter: string;
                            readonly reference: string;
                            readonly type: string;
                        }[];
                        readonly source: {
                            readonly class: string;
                            readonly method: string;
                            readonly query: string | null;
                        };
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetWhy: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of one version of the partition */
                readonly version?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir why --json: a plan of the whole asset, or the chain behind a partition or version. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly plan?: components["schemas"]["Plan"];
                        readonly target?: string;
                        /** @enum {string} */
                        readonly standing?: "UP_TO_DATE" | "HELD" | "STALE" | "UNDECIDED" | "MISSING" | "UNCHECKED" | "SKIPPED" | "BLOCKED";
                        readonly current?: string | null;
                        readonly held?: components["schemas"]["Held"] | null;
                        readonly renamed_from?: readonly string[];
                        readonly chain?: readonly components["schemas"]["Cause"][];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetPartitions: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir partitions --json. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asset: string;
                        readonly partitions: components["schemas"]["Partitions"] | null;
                        readonly states: {
                            readonly [key: string]: components["schemas"]["PartitionSet"];
                        };
                        readonly skips: readonly components["schemas"]["Skipped"][];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetVersions: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description How many to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many at most; by default 50 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of versions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly total: number;
                        readonly versions: readonly {
                            readonly version: string;
                            readonly id: string;
                            readonly asset: string;
                            readonly partition: string | null;
                            readonly number: number;
                            /** @enum {string} */
                            readonly state: "PUBLISHED" | "REJECTED" | "CONDEMNED";
                            readonly tainted: string | null;
                            /** Format: date-time */
                            readonly created_at: string;
                            readonly run: string;
                            readonly revision: components["schemas"]["Revision"] | null;
                            readonly rows: number | null;
                            readonly bytes: number | null;
                            readonly imported_from?: string;
                            readonly accepted?: {
                                /** Format: date-time */
                                readonly at: string;
                                readonly because: string;
                                readonly made_by_code: string;
                                readonly made_with_config: string;
                            };
                            readonly current: boolean;
                        }[];
                        readonly held: readonly components["schemas"]["Held"][];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetLineage: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of one version of the partition */
                readonly version?: number;
                /** @description Only one side; by default both */
                readonly direction?: "up" | "down";
                /** @description How many steps away; by default all */
                readonly depth?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir lineage --json, 5,000 versions at most. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: components["schemas"]["VersionSummary"];
                        readonly upstream?: components["schemas"]["LineageSide"];
                        readonly downstream?: components["schemas"]["LineageSide"];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetSource: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 60 lines at most: the method with its annotations and the comment above it, if its source lies in the folder of the project and is as it was compiled; else not_shown says why. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly file: string | null;
                        readonly line: number | null;
                        readonly excerpt: readonly {
                            readonly line: number;
                            readonly text: string;
                        }[];
                        readonly left: number;
                        readonly not_shown: string | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetSeries: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description How many versions at most; by default 200 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Number i of each list is about the same version, the oldest first: of an asset without partitions its last published versions, else the current ones of its last partitions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asset: string;
                        /** @enum {string} */
                        readonly axis: "partition" | "version";
                        readonly labels: readonly string[];
                        readonly at: readonly string[];
                        readonly series: readonly {
                            readonly name: string;
                            readonly values: readonly (number | null)[];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getPartitions: {
        readonly parameters: {
            readonly query?: {
                /** @description The assets, as the command line selects them; by default all */
                readonly selection?: string;
                /** @description The first hour, day or month; by default the first there is */
                readonly from?: string;
                /** @description The last hour, day or month; by default the last there is */
                readonly to?: string;
                /** @description How many assets to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many assets at most; by default 1,000 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Assets in the order of the graph. `status` holds numbers of `statuses`; `line` is the number of the calendar or the list that `first` counts on. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly watermark: number;
                        /** Format: date-time */
                        readonly at: string;
                        readonly statuses: readonly components["schemas"]["Status"][];
                        readonly total: number;
                        readonly lines: readonly {
                            readonly cadence?: string;
                            readonly zone?: string;
                            readonly keys?: readonly string[];
                            readonly offsets?: {
                                readonly from: readonly number[];
                                readonly seconds: readonly number[];
                            };
                        }[];
                        readonly assets: readonly {
                            readonly key: string;
                            readonly line: number;
                            readonly first: readonly number[];
                            readonly count: readonly number[];
                            readonly status: readonly number[];
                        }[];
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetSample: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of one version of the partition; by default what is current */
                readonly version?: number;
                /** @description Whether the newest rejected version is meant; by default false */
                readonly rejected?: "true" | "false";
                /** @description Whether the rows are meant that were put aside; by default false */
                readonly quarantined?: "true" | "false";
                /** @description How many rows to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many at most; by default 100 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Rows with a value for each column; none of what is no table. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: components["schemas"]["VersionSummary"];
                        /** @enum {string} */
                        readonly content: "table" | "json" | "file" | "folder" | "nothing";
                        readonly columns: readonly {
                            readonly name: string;
                            readonly type: string;
                            readonly nullable: boolean;
                            readonly sensitive: boolean;
                        }[];
                        readonly rows: readonly (readonly (string | number | boolean | null)[])[];
                        readonly offset?: number;
                        readonly total?: number | null;
                        readonly more?: boolean;
                        readonly value?: string;
                        readonly files?: readonly {
                            readonly name: string;
                            readonly bytes: number;
                            readonly media_type: string;
                        }[];
                        readonly checks: readonly components["schemas"]["Verdict"][];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetProfile: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of one version of the partition; by default what is current */
                readonly version?: number;
                /** @description Whether the newest rejected version is meant; by default false */
                readonly rejected?: "true" | "false";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The columns of a table; none of what is no table. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly version: components["schemas"]["VersionSummary"];
                        readonly rows: number | null;
                        readonly columns: readonly {
                            readonly name: string;
                            readonly type: string;
                            readonly nullable: boolean;
                            readonly sensitive: boolean;
                            readonly nulls: number;
                            readonly distinct: number;
                            readonly distinct_is_estimated: boolean;
                            readonly min: string | number | boolean | null;
                            readonly max: string | number | boolean | null;
                            readonly histogram: readonly {
                                readonly from: string | number | boolean | null;
                                readonly to: string | number | boolean | null;
                                readonly count: number;
                            }[];
                            readonly top: readonly {
                                readonly value: string | number | boolean | null;
                                readonly count: number;
                            }[];
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getDiff: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
                /** @description The number of the earlier version; by default the one that was published before */
                readonly from?: number;
                /** @description The number of the later one; by default the current one */
                readonly to?: number;
                /** @description The columns that tell rows apart, with commas; by default those of @Unique */
                readonly by?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir diff --json, with up to 200 rows that differ. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly before: components["schemas"]["VersionSummary"];
                        readonly after: components["schemas"]["VersionSummary"];
                        readonly same: boolean;
                        readonly columns?: {
                            readonly added: readonly components["schemas"]["Column"][];
                            readonly removed: readonly components["schemas"]["Column"][];
                            readonly changed: readonly {
                                readonly before: components["schemas"]["Column"];
                                readonly after: components["schemas"]["Column"];
                            }[];
                        };
                        readonly rows_before?: number;
                        readonly rows_after?: number;
                        readonly key?: readonly string[];
                        readonly added?: number;
                        readonly removed?: number;
                        readonly changed?: number | null;
                        readonly unchanged?: number;
                        readonly changed_columns?: {
                            readonly [key: string]: number;
                        };
                        readonly examples?: readonly {
                            /** @enum {string} */
                            readonly row: "ADDED" | "REMOVED" | "CHANGED";
                            readonly key: {
                                readonly [key: string]: string | number | boolean | null;
                            };
                            readonly values: {
                                readonly [key: string]: {
                                    readonly before: string | number | boolean | null;
                                    readonly after: string | number | boolean | null;
                                };
                            };
                        }[];
                        readonly profile_before?: readonly {
                            readonly column: string;
                            readonly nulls: number;
                            readonly distinct: number;
                            readonly min: string | number | boolean | null;
                            readonly max: string | number | boolean | null;
                            readonly mean: string | number | boolean | null;
                        }[];
                        readonly profile_after?: readonly {
                            readonly column: string;
                            readonly nulls: number;
                            readonly distinct: number;
                            readonly min: string | number | boolean | null;
                            readonly max: string | number | boolean | null;
                            readonly mean: string | number | boolean | null;
                        }[];
                        readonly notes?: readonly string[];
                        readonly changes?: readonly {
                            readonly name: string;
                            readonly before: string;
                            readonly after: string;
                            readonly removed: readonly string[] | null;
                            readonly added: readonly string[] | null;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetColumns: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One of its columns; by default all */
                readonly column?: string;
                /** @description Only one side; by default both */
                readonly direction?: "up" | "down";
                /** @description How many assets away; by default all */
                readonly depth?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description 60 assets in each direction at most; more says whether there are others. A table that has not_followed says why its columns come from nowhere; decisions are columns that choose or put together the rows of an asset. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly tables: readonly {
                            readonly asset: string;
                            readonly columns: readonly {
                                readonly name: string;
                                readonly type: string;
                                readonly nullable: boolean;
                            }[];
                            /** @enum {string} */
                            readonly made_by: "query" | "code";
                            readonly not_followed: string | null;
                        }[];
                        readonly edges: readonly {
                            readonly from: {
                                readonly asset: string;
                                readonly column: string;
                            };
                            readonly to: {
                                readonly asset: string;
                                readonly column: string;
                            };
                            /** @enum {string} */
                            readonly how: "identity" | "transformation" | "aggregation";
                        }[];
                        readonly decisions: readonly {
                            readonly from: {
                                readonly asset: string;
                                readonly column: string;
                            };
                            readonly asset: string;
                            readonly how: readonly ("filter" | "join" | "group_by" | "sort")[];
                        }[];
                        readonly more: boolean;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getChecks: {
        readonly parameters: {
            readonly query?: {
                /** @description Words that all stand in the asset, the name or the description */
                readonly q?: string;
                /** @description Only those of that severity */
                readonly severity?: "WARN" | "ERROR";
                /** @description Only those that found something wrong, or nothing */
                readonly found?: "failed" | "nothing";
                /** @description Of which assets, as on the command line; by default all */
                readonly selection?: string;
                /** @description How many to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many at most; by default 50 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of checks, each with what it found last: of one that found something wrong, that. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly total: number;
                        readonly checks: readonly {
                            readonly asset: string;
                            readonly check: string;
                            /** @enum {string} */
                            readonly severity: "WARN" | "ERROR";
                            readonly description: string;
                            readonly version: string | null;
                            readonly verdict: components["schemas"]["Verdict"] | null;
                            readonly failing: number | null;
                        }[];
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetChecks: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description One partition of it, by its key */
                readonly partition?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of them, each with what it found of the newest version, or of the partition's. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly checks: readonly {
                            readonly asset: string;
                            readonly check: string;
                            /** @enum {string} */
                            readonly severity: "WARN" | "ERROR";
                            readonly description: string;
                            readonly version: string | null;
                            readonly verdict: components["schemas"]["Verdict"] | null;
                            readonly failing: number | null;
                        }[];
                        readonly looking: components["schemas"]["Looking"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getAssetCheck: {
        readonly parameters: {
            readonly query: {
                /** @description The asset, by its key or the last segment of it */
                readonly key: string;
                /** @description The check, by its name */
                readonly check: string;
                /** @description How many results at most; by default 60 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The results, the oldest first: of an asset without partitions those of its last versions, else those of its last partitions. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asset: string;
                        readonly check: string;
                        readonly downstream: number;
                        readonly history: readonly {
                            readonly version: string;
                            /** Format: date-time */
                            readonly made_at: string;
                            /** @enum {string} */
                            readonly state: "PUBLISHED" | "REJECTED" | "CONDEMNED";
                            readonly passed: boolean;
                            /** @enum {string} */
                            readonly severity: "WARN" | "ERROR";
                            readonly metadata: {
                                readonly [key: string]: unknown;
                            };
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getRuns: {
        readonly parameters: {
            readonly query?: {
                /** @description Only those that stand so */
                readonly status?: "QUEUED" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELED";
                /** @description Only those that made, tried or are at work on it, by its key or the last segment of it */
                readonly asset?: string;
                /** @description How many to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many at most; by default 50 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of runs; more says whether older ones follow. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly runs: readonly components["schemas"]["Run"][];
                        readonly more: boolean;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getRunsId: {
        readonly parameters: {
            readonly query?: {
                /** @description How many seconds to wait for its end; by default 0 */
                readonly wait?: number;
                /** @description How many steps to leave out; by default 0 */
                readonly offset?: number;
                /** @description How many steps at most; by default 1,000 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of a run or its beginning, or latest */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description As weir run show --json, with the steps a page at a time, in the order in which they ended. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: components["schemas"]["Run"];
                        readonly exit_status: number | null;
                        readonly ended: number;
                        readonly at_work: readonly string[];
                        readonly steps: readonly components["schemas"]["Step"][];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getRunsIdTimeline: {
        readonly parameters: {
            readonly query?: {
                /** @description How many steps at most; by default 20,000 */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of a run or its beginning, or latest */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The steps as columns, with times in milliseconds since the run started, and for each the place of the one it waited for last; -1 is none. open is what has not ended; its attempt is 0 and its beginning null where it waits, or has only just begun. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string;
                        /** Format: date-time */
                        readonly started_at: string;
                        readonly ended: number;
                        readonly asset: readonly number[];
                        readonly partition: readonly string[];
                        readonly state: readonly ("SUCCEEDED" | "REJECTED" | "FAILED" | "SKIPPED")[];
                        readonly attempt: readonly number[];
                        readonly ready_ms: readonly number[];
                        readonly begun_ms: readonly number[];
                        readonly start_ms: readonly number[];
                        readonly work_ms: readonly number[];
                        readonly end_ms: readonly number[];
                        readonly after: readonly number[];
                        readonly open_asset: readonly number[];
                        readonly open_partition: readonly string[];
                        readonly open_after: readonly number[];
                        readonly open_ready_ms: readonly number[];
                        readonly open_attempt: readonly number[];
                        readonly open_begun_ms: readonly (number | null)[];
                        readonly assets: readonly string[];
                        readonly groups: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getRunsIdStep: {
        readonly parameters: {
            readonly query: {
                /** @description The step, such as orders@2026-05-30 */
                readonly target: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of a run or its beginning, or latest */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The step, if it has ended, and its version with what the checks found, if it made one. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string;
                        readonly step: components["schemas"]["Step"] | null;
                        readonly version: components["schemas"]["VersionFull"] | null;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getRunsIdLog: {
        readonly parameters: {
            readonly query?: {
                /** @description The byte to begin at; by default 0 */
                readonly from?: number;
                /** @description Instead of from: the last lines before this byte, or of all if the log is shorter */
                readonly before?: number;
                /** @description How many lines at most; by default 1,000 */
                readonly limit?: number;
                /** @description Only what this step said, such as orders@2026-05-30, or all those of an asset */
                readonly target?: string;
                /** @description Only what is logged at this level or above, or PRINTED */
                readonly level?: "ERROR" | "INFO" | "PRINTED" | "WARN";
                /** @description Only what contains this text */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description The id of a run or its beginning, or latest */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The texts of a part of the log. Where a filter leaves much out, only so much of the log is looked through: go on from next, or before from. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string;
                        readonly from: number;
                        readonly next: number;
                        readonly size: number;
                        readonly lines: readonly {
                            readonly byte: number;
                            /** Format: date-time */
                            readonly at: string;
                            /** @enum {string} */
                            readonly level: "INFO" | "WARN" | "ERROR" | "OUT" | "ERR";
                            readonly target: string | null;
                            readonly attempt: number;
                            readonly logger: string | null;
                            readonly text: string;
                            readonly cut_bytes: number;
                        }[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly postPlan: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly selection?: string;
                    readonly partitions?: readonly string[];
                    readonly only?: boolean;
                    readonly force?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description As weir plan --json, with the first 10,000 steps and how many there are. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly environment: string;
                        readonly as_of: number;
                        readonly steps: readonly {
                            readonly target: string;
                            readonly asset: string;
                            readonly action: components["schemas"]["Action"];
                            readonly runs_if: string | null;
                            readonly estimate_ms?: number | null;
                        }[];
                        readonly reused: {
                            readonly [key: string]: number;
                        };
                        readonly notes: readonly string[];
                        readonly estimate: {
                            readonly duration_ms: number;
                            readonly bytes: number;
                            readonly steps_without_history: number;
                        };
                        readonly definitions: string;
                        readonly total_steps: number;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 413: components["responses"]["413"];
            readonly 414: components["responses"]["414"];
            readonly 415: components["responses"]["415"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly postLaunches: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description What the caller calls this launch: 1 to 64 letters, digits and hyphens; asked for again it is the same run */
                readonly "Idempotency-Key"?: string;
                /** @description The definitions of the plan that was looked at: it is refused if the project has changed since */
                readonly "Weir-Definitions"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly selection?: string;
                    readonly partitions?: readonly string[];
                    readonly only?: boolean;
                    readonly force?: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Nothing has begun: there is nothing to do, or it was launched before. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string | null;
                        readonly planned_steps: number;
                        readonly reused: boolean;
                        readonly message: string;
                        readonly notes: readonly string[];
                    };
                };
            };
            /** @description The run has begun, or waits for another. */
            readonly 202: {
                headers: {
                    /** @description The path to look at it. */
                    readonly Location: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string | null;
                        readonly planned_steps: number;
                        readonly reused: boolean;
                        readonly message: string;
                        readonly notes: readonly string[];
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 413: components["responses"]["413"];
            readonly 414: components["responses"]["414"];
            readonly 415: components["responses"]["415"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly deleteLaunchesRun: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The id of a run, or its beginning */
                readonly run: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It is about to end. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly run: string;
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 404: components["responses"]["404"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getEvents: {
        readonly parameters: {
            readonly query?: {
                /** @description What to tell of; by default all */
                readonly topics?: readonly ("runs" | "status" | "definitions")[];
            };
            readonly header?: {
                /** @description The id of the last event that was heard, to go on behind it */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Events without an end. The schema is that of each of them, as OpenAPI 3.2 has it; the id is seq. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": {
                        readonly id: string;
                        readonly data: string;
                        /** @enum {string} */
                        readonly event?: "message";
                    };
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
    readonly getOpenapiJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An OpenAPI 3.1 document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, never>;
                };
            };
            readonly 400: components["responses"]["400"];
            readonly 401: components["responses"]["401"];
            readonly 403: components["responses"]["403"];
            readonly 409: components["responses"]["409"];
            readonly 414: components["responses"]["414"];
            readonly 431: components["responses"]["431"];
            readonly 500: components["responses"]["500"];
            readonly 503: components["responses"]["503"];
        };
    };
}
