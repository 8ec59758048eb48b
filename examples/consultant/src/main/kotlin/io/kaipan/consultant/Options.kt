package io.kaipan.consultant

import java.time.LocalDate
import java.time.format.DateTimeParseException

/** What the command line says; what it leaves open is asked for. */
class Options(arguments: Array<String>) {
    var project: String = System.getProperty("consultant.project") ?: "examples/yunjing-bay"
        private set
    var unit: String? = null
        private set
    var plan: String? = null
        private set
    val discounts = mutableListOf<String>()
    var best = false
        private set
    var member: String? = null
        private set
    var date: LocalDate = LocalDate.now()
        private set
    var json = false
        private set
    var help = false
        private set

    init {
        val rest = ArrayDeque(arguments.toList())
        while (rest.isNotEmpty()) {
            when (val name = rest.removeFirst()) {
                "--project" -> project = value(name, rest)
                "--unit" -> unit = value(name, rest)
                "--plan" -> plan = value(name, rest)
                "--discount" -> discounts += value(name, rest)
                "--member" -> member = value(name, rest)
                "--date" -> date = date(value(name, rest))
                "--best" -> best = true
                "--json" -> json = true
                "--help", "-h" -> help = true
                else -> throw Misuse("没有选项 $name / there is no option $name")
            }
        }
    }

    private fun value(name: String, rest: ArrayDeque<String>): String =
        rest.removeFirstOrNull() ?: throw Misuse("$name 后面要有值 / $name needs a value")

    private fun date(text: String): LocalDate = try {
        LocalDate.parse(text)
    } catch (_: DateTimeParseException) {
        throw Misuse("$text 不是 YYYY-MM-DD 的日期 / $text is no date of the form YYYY-MM-DD")
    }

    companion object {
        val HELP = """
            置业顾问：离线出一份置业计划。没有给出的会问。
            Quotes a home offline. What is not given is asked for.

            用法 / usage: consultant [options]

              --unit NO        房号 / unit, such as 1-1-1001
              --plan CODE      付款方式 / payment plan
              --discount CODE  优惠，可多次 / discount; may be given several times
              --best           最优惠的可用组合 / the best admissible combination
              --member LEVEL   会员级别 / the buyer's member level
              --date DATE      报价日期 / day of the quote (today)
              --project FOLDER 项目文件夹 / folder of the project (examples/yunjing-bay)
              --json           输出 JSON / print the quote as JSON
              --help

            例 / examples:

              consultant
              consultant --unit 1-1-1001 --plan AJ --best --date 2026-07-04
              consultant --unit 7-1-101 --plan FQ --discount KP --date 2026-07-04
              consultant --unit 1-1-1001 --plan ZH --member 金卡 --best --date 2026-07-04 --json
        """.trimIndent()
    }
}

/** Something that the person at the keyboard can mend. */
class Misuse(message: String) : Exception(message)
