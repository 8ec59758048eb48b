package io.kaipan

import com.google.gson.Gson
import com.google.gson.GsonBuilder
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.File

/** One case of tests/vectors, as every host runs it. */
internal class Vector(val name: String, val operation: String, val request: String, val expected: String)

private val gson: Gson = GsonBuilder().disableHtmlEscaping().serializeNulls().create()

internal fun compact(json: JsonElement): String = gson.toJson(json)

internal val vectors: List<Vector> by lazy {
    val root = File(System.getProperty("kaipan.repository"), "tests/vectors")
    root.walk().filter { it.extension == "json" }.sorted().map { file ->
        val case = JsonParser.parseString(file.readText()).asJsonObject
        val request = case["request_text"]?.asString ?: compact(case["request"])
        val expected = case["response"] ?: JsonObject().apply { add("error", case["error"]) }
        Vector("${file.parentFile.name}/${file.nameWithoutExtension}", case["operation"].asString, request, compact(expected))
    }.toList()
}

/** Through the types: JSON to request, call, response to JSON; errors as JSON. */
internal fun typedAnswer(operation: String, request: String): String = try {
    typedOperations[operation]?.invoke(request) ?: call(operation, request)
} catch (refusal: KaipanException) {
    refusal.json()
}
