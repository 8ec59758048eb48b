package io.kaipan.consultant

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import io.kaipan.pricingTable
import io.kaipan.projectImportUnits
import io.kaipan.requests.ImportRequest
import io.kaipan.salesPoliciesFromJson
import io.kaipan.tableRequestFromJson
import io.kaipan.types.AnchorDates
import io.kaipan.types.Clause
import io.kaipan.types.DealFacts
import io.kaipan.types.Explain
import io.kaipan.types.ListPrice
import io.kaipan.types.NodeDate
import io.kaipan.types.ProjectUnit
import io.kaipan.types.PropertyUse
import io.kaipan.types.QuoteCase
import io.kaipan.types.Selection
import java.io.File
import java.math.BigDecimal
import java.time.LocalDate

/** The project in a folder, and the policies it is sold under. */
class Sales(private val folder: File) {
    private val table = tableRequestFromJson(text("project.json"))
    val policies = salesPoliciesFromJson(text("sales.json"))
    val units: List<ProjectUnit> = projectImportUnits(ImportRequest(csv = text("units.csv"))).units
    private val facts: JsonObject = JsonParser.parseString(text("case.json")).asJsonObject

    fun unit(number: String): ProjectUnit = units.find { it.unitNo == number }
        ?: throw Misuse("没有房源 $number / there is no unit $number")

    /** Unit, buyer and dates of a quote. */
    fun case(unit: ProjectUnit, date: LocalDate, member: String?): QuoteCase {
        val building = facts["buildings"].asJsonArray.map { it.asJsonObject }
            .find { one -> one["buildings"].asJsonArray.any { it.asString == unit.building } }
        return QuoteCase(
            asOf = date,
            project = table.project.name,
            city = table.project.city,
            unit = unit,
            propertyUse = when (building?.get("property_use")?.asString) {
                "non_residential" -> PropertyUse.NON_RESIDENTIAL
                "parking" -> PropertyUse.PARKING
                else -> PropertyUse.RESIDENTIAL
            },
            list = if (unit.listTotal == null && unit.listPrice == null) priced(unit) else null,
            facts = DealFacts(
                subscriptionDate = date,
                agreedSigningDate = date.plusDays(facts["signing_days"].asLong),
                asOf = date,
                project = table.project.name,
                memberLevel = member,
            ),
            dates = dates(facts["dates"].asJsonObject),
            vatRate = BigDecimal(facts["vat_rate"].asString),
            elevator = building?.get("elevator")?.asBoolean,
            storeys = building?.get("storeys")?.asInt?.toUInt(),
        )
    }

    /** A unit without a list price gets that of its pricing scheme. */
    private fun priced(unit: ProjectUnit): ListPrice {
        val only = listOf(unit.unitNo)
        val request = table.copy(
            project = table.project.copy(units = units),
            select = Selection(any = listOf(Clause(unitNo = only))),
            explain = Explain.Units(only),
        )
        val row = pricingTable(request).rows.first()
        return ListPrice(total = row.total, unitPrice = row.buildingUnitPrice, area = row.buildingArea)
    }

    private fun dates(json: JsonObject) = AnchorDates(
        handover = json["handover"]?.asString?.let(LocalDate::parse),
        title = json["title"]?.asString?.let(LocalDate::parse),
        nodes = json["nodes"].asJsonArray.map { it.asJsonObject }.map { node ->
            NodeDate(node = node["node"].asString, planned = LocalDate.parse(node["planned"].asString))
        },
    )

    private fun text(name: String): String {
        val file = File(folder, name)
        if (!file.exists()) throw Misuse("没有文件 $file / there is no file $file")
        return file.readText()
    }
}
