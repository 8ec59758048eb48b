// What the same work costs from Kotlin: one line of JSON for the table of all hosts.
//
//     java -cp … BenchKt QUOTE TABLE COLUMNS [ROWS]
//
// QUOTE and TABLE are files with a request of quote.make and of pricing.table, COLUMNS one with a
// scheme and units, which are repeated up to ROWS rows if that is given. Times are those of the best
// round; `checksum` tells that every host did the same: bytes of the two responses and the sum of all
// totals in fen. The `typed` times are those of the same calls with records instead of JSON.

import com.google.gson.JsonArray
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import io.kaipan.Columns
import io.kaipan.CompiledScheme
import io.kaipan.call
import io.kaipan.pricingTable
import io.kaipan.quoteMake
import io.kaipan.quoteRequestFromJson
import io.kaipan.tableRequestFromJson
import java.io.File

// A round takes at least as long, so that the clock is fine enough; the first ones warm up.
private const val ROUND_SECONDS = 0.1
private const val ROUNDS = 15

/** Seconds for one time in the best round. */
private fun best(once: () -> Any): Double {
    var found = Double.MAX_VALUE
    repeat(ROUNDS) {
        val start = System.nanoTime()
        var times = 0
        var seconds = 0.0
        while (seconds < ROUND_SECONDS) {
            once()
            times += 1
            seconds = (System.nanoTime() - start) * 1e-9
        }
        found = minOf(found, seconds / times)
    }
    return found
}

/** The columns of a scheme and units as a request of pricing.table, to read them by its types. */
private fun asTable(columns: String): String {
    val given = JsonParser.parseString(columns).asJsonObject
    val project = JsonObject().apply { addProperty("name", "columns"); add("units", given["units"]) }
    val schemes = JsonArray().apply { add(given["scheme"]) }
    return JsonObject().apply { add("project", project); add("schemes", schemes) }.toString()
}

fun main(arguments: Array<String>) {
    val (quote, table, columns) = arguments.take(3).map { File(it).readText() }
    val given = tableRequestFromJson(asTable(columns))
    val scheme = CompiledScheme(given.schemes.first(), given.project.units)
    val own = scheme.columns
    val rows = arguments.getOrNull(3)?.toInt() ?: own.areas.size
    fun repeated(column: LongArray) = LongArray(if (column.isEmpty()) 0 else rows) { column[it % column.size] }
    val codes = own.codes.map { column -> ShortArray(rows) { column[it % column.size] } }
    val units = Columns(codes, repeated(own.areas), repeated(own.giftAreas), repeated(own.lumpSums))
    // Written anew each time, as in Rust, C and JavaScript.
    val (unitPrices, totals) = List(2) { LongArray(rows) }
    val price = { scheme.price(units, unitPrices, totals) }

    val quoteRequest = quoteRequestFromJson(quote)
    val tableRequest = tableRequestFromJson(table)
    val lengths = listOf("quote.make" to quote, "pricing.table" to table)
        .map { (operation, request) -> call(operation, request).toByteArray().size }
    val total = price().total.movePointRight(2).toBigInteger()
    println(
        """{"host":"Kotlin","quote_us":%.2f,"table_ms":%.3f,"columnar_ns_per_unit":%.3f,"checksum":"%s","typed_quote_us":%.2f,"typed_table_ms":%.3f}"""
            .format(
                best { call("quote.make", quote) } * 1e6,
                best { call("pricing.table", table) } * 1e3,
                best(price) * 1e9 / maxOf(rows, 1),
                "${lengths[0]}-${lengths[1]}-$total",
                best { quoteMake(quoteRequest) } * 1e6,
                best { pricingTable(tableRequest) } * 1e3,
            ),
    )
}
