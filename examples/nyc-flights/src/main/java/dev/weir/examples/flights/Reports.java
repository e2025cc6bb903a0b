package dev.weir.examples.flights;

import dev.weir.assets.Asset;
import dev.weir.assets.Assets;
import dev.weir.assets.Query;
import dev.weir.assets.Table;
import dev.weir.checks.Unique;
import dev.weir.partitions.Monthly;

/// Reports by month: assets that are a query and nothing else. A month reads its days.
@Assets(group = "reports", owners = "team:analytics")
@Monthly(start = "2013-01-01", end = "2014-01-01", zone = "America/New_York")
interface Reports {

    @Asset(description = "Flights and mean delay by carrier", kinds = "sql")
    @Unique("carrier")
    @Query("""
            select carrier, name, sum(flights) as flights, sum(flights * mean_delay) / sum(flights) as mean_delay
            from daily_delays join airlines using (carrier)
            group by all
            order by carrier
            """)
    Table<CarrierMonth> carrierReport(Table<Delay> dailyDelays, Table<Airline> airlines);
}
