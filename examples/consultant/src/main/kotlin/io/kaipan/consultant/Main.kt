package io.kaipan.consultant

import io.kaipan.KaipanException
import io.kaipan.code
import io.kaipan.en
import io.kaipan.hintEn
import io.kaipan.hintZh
import io.kaipan.others
import io.kaipan.path
import io.kaipan.quoteMake
import io.kaipan.quoteToJson
import io.kaipan.requests.QuoteRequest
import io.kaipan.types.QuoteChoice
import io.kaipan.zh
import java.io.File
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.PrintStream
import kotlin.system.exitProcess

// Chinese must come out as UTF-8 whatever the locale says.
private val out = PrintStream(FileOutputStream(FileDescriptor.out), true, "UTF-8")
private val err = PrintStream(FileOutputStream(FileDescriptor.err), true, "UTF-8")

fun main(arguments: Array<String>) {
    try {
        quote(Options(arguments))
    } catch (misuse: Misuse) {
        err.println("${misuse.message}\n--help 有说明 / --help explains")
        exitProcess(2)
    } catch (refusal: KaipanException) {
        explain(refusal)
        exitProcess(1)
    }
}

private fun quote(options: Options) {
    if (options.help) {
        out.println(Options.HELP)
        return
    }
    val sales = Sales(File(options.project))
    val ask = Ask(out, sales, options)
    val unit = ask.unit()
    val choice = QuoteChoice(plan = ask.plan(), discounts = ask.discounts(), best = options.best)
    val case = sales.case(unit, options.date, options.member)
    val quote = quoteMake(QuoteRequest(policies = sales.policies, case = case, choice = choice))
    if (options.json) out.println(quoteToJson(quote)) else Sheet(quote).lines().forEach(out::println)
}

private fun explain(refusal: KaipanException) {
    err.println("[${refusal.code}] ${refusal.path}")
    err.println("${refusal.zh}\n${refusal.en}\n→ ${refusal.hintZh}\n→ ${refusal.hintEn}")
    for (other in refusal.others) err.println("[${other.code}] ${other.path} ${other.zh} / ${other.en}")
}
