package io.kaipan

import io.kaipan.types.Param

/** Stable code, such as `pricing.factor_missing`. */
val KaipanException.code: String get() = refused.code

/** Stable number of the code. */
val KaipanException.number: UInt get() = refused.number

/** JSON Pointer of the offending part of the request; empty for the whole. */
val KaipanException.path: String get() = refused.path

/** The values named in the messages. */
val KaipanException.params: List<Param> get() = refused.params

/** What is wrong, in Chinese. */
val KaipanException.zh: String get() = refused.zh

/** What is wrong, in English. */
val KaipanException.en: String get() = refused.en

/** How to mend it, in Chinese. */
val KaipanException.hintZh: String get() = refused.hintZh

/** How to mend it, in English. */
val KaipanException.hintEn: String get() = refused.hintEn

/** Everything else that was wrong with the same request. */
val KaipanException.others: List<ErrorDetail> get() = refused.others

private val KaipanException.refused: KaipanException.Refused
    get() = when (this) {
        is KaipanException.Refused -> this
    }
