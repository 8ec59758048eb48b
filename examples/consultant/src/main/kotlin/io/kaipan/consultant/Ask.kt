package io.kaipan.consultant

import io.kaipan.types.ChosenDiscount
import io.kaipan.types.ProjectUnit
import io.kaipan.types.UnitState
import java.io.PrintStream

/** Asks for what the command line leaves open; without a keyboard it says what to give. */
class Ask(private val out: PrintStream, private val sales: Sales, private val options: Options) {
    fun unit(): ProjectUnit {
        options.unit?.let { return sales.unit(it) }
        val offered = sales.units.filter { it.state == UnitState.ON_SALE }
        val rows = offered.take(12).map { listOf(it.unitNo, it.layout.orEmpty(), "${it.buildingArea} m²", money(it.listTotal)) }
        show("在售 ${offered.size} 套，例如 / ${offered.size} on sale, such as", rows)
        return sales.unit(answer("房号 / unit", "--unit") ?: offered.first().unitNo)
    }

    fun plan(): String {
        options.plan?.let { return it }
        val plans = sales.policies.plans.filter { it.enabled }
        show("付款方式 / payment plans", plans.map { listOf(it.code, it.name, it.nameEn.orEmpty()) })
        return answer("付款方式 / plan", "--plan") ?: plans.first().code
    }

    fun discounts(): List<ChosenDiscount> {
        val asked = options.discounts.isNotEmpty() || options.best || options.unit != null
        val codes = if (asked) options.discounts else choose()
        return codes.map { ChosenDiscount(code = it) }
    }

    private fun choose(): List<String> {
        val discounts = sales.policies.discounts.discounts.filter { it.enabled }
        show("优惠 / discounts", discounts.map { listOf(it.code, it.name, it.nameEn.orEmpty()) })
        return answer("优惠代码，空格分开 / codes, separated by spaces", "--discount").orEmpty()
            .split(' ').filter { it.isNotBlank() }
    }

    private fun show(title: String, rows: List<List<String>>) {
        out.println(title)
        aligned(rows).forEach { out.println("  $it") }
    }

    /** What is typed; `null` for an empty line. */
    private fun answer(question: String, option: String): String? {
        val console = System.console() ?: throw Misuse("请给出 $option / please give $option")
        return console.readLine("%s: ", question)?.trim()?.ifEmpty { null }
    }
}
