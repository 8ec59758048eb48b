package io.kaipan.consultant

import io.kaipan.types.Finding
import io.kaipan.types.Payer
import io.kaipan.types.Quote

/** A quote as lines of text, in Chinese and English. */
class Sheet(private val quote: Quote) {
    private val lines = mutableListOf<String>()

    fun lines(): List<String> {
        header()
        price()
        payments()
        loans()
        fees()
        cash()
        notes()
        return lines
    }

    private fun header() {
        lines += "置业计划 Purchase plan · ${quote.project.orEmpty()}"
        val unit = quote.unit
        table(
            null,
            listOf(
                listOf("房源 Unit", "${unit.unitNo}  ${unit.layout.orEmpty()}  ${unit.orientation.orEmpty()}"),
                listOf("建筑面积 Building area", "${unit.buildingArea} m²"),
                listOf("付款方式 Payment plan", "${quote.plan.name}  ${quote.plan.nameEn}"),
                listOf("日期 Date", "${quote.asOf}" + quote.validUntil?.let { "，有效至 valid until $it" }.orEmpty()),
            ),
        )
    }

    private fun price() {
        val price = quote.price
        val rows = mutableListOf(listOf("表价总价 List total", money(price.listTotal)))
        for (discount in price.applied) {
            rows += listOf("− ${discount.name}" + if (discount.conditional) " (有条件 conditional)" else "", money(discount.amount))
        }
        rows += listOf("成交总价 Deal total", money(price.dealTotal))
        rows += listOf("成交单价 Deal unit price", money(price.dealUnitPrice))
        rows += listOf("实际折扣 Effective discount", percent(price.effectiveDiscount))
        quote.attachedTotal?.let { rows += listOf("附属房产 Attached", money(it)) }
        rows += listOf("合同总价 Contract total", money(quote.contractTotal))
        table("价格 Price", rows, 1)
        lines += "  ${price.textZh}"
        lines += "  ${price.textEn}"
    }

    private fun payments() = table(
        "付款计划 Payments",
        quote.schedule.lines.map {
            listOf("${it.seq}", it.name, it.nameEn, it.due?.toString() ?: "待定 open", money(it.amount), percent(it.share))
        },
        0, 4, 5,
    )

    private fun loans() {
        if (quote.loans.isEmpty()) return
        table(
            "贷款 Loans",
            quote.loans.map { loan ->
                listOf(
                    loan.name.orEmpty(), money(loan.principal), "${loan.months} 月 months",
                    percent(loan.annualRate), "月供 monthly ${money(loan.firstPayment)}",
                )
            },
            1, 2, 3, 4,
        )
    }

    private fun fees() {
        val fees = quote.fees ?: return
        val own = fees.lines.filter { it.payer == Payer.BUYER }
        val rows = own.map { listOf(it.name, it.nameEn, money(it.amount)) }
        table("税费 Fees and taxes", rows + listOf(listOf("合计 Sum", "", money(fees.buyerTotal))), 2)
    }

    private fun cash() {
        val rows = quote.cash.map { need ->
            listOf(need.due?.toString() ?: "待定 open", money(need.amount), money(need.cumulative), need.items.joinToString("、") { it.name })
        }
        table("用款 Cash needed (累计 cumulative)", rows, 1, 2)
        table(
            null,
            listOf(
                listOf("签约前用款 Cash up to signing", quote.firstCash?.let { money(it) } ?: "待定 open"),
                listOf("总成本 Total cost", money(quote.totalCost)),
            ),
            1,
        )
    }

    private fun notes() {
        val findings: List<Finding> = quote.price.findings + quote.schedule.findings + quote.findings +
            quote.fees?.findings.orEmpty()
        if (findings.isEmpty()) return
        lines += listOf("", "提示 Notes")
        for (finding in findings) lines += listOf("  · ${finding.zh}", "    ${finding.en}")
    }

    private fun table(title: String?, rows: List<List<String>>, vararg right: Int) {
        title?.let { lines += listOf("", it) }
        lines += aligned(rows, *right).map { "  $it" }
    }
}
