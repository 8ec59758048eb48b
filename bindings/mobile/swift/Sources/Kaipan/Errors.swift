extension KaipanError {
    /// Everything about the error, as one value.
    public var detail: ErrorDetail {
        switch self {
        case let .Refused(code, number, path, params, zh, en, hintZh, hintEn, _):
            return ErrorDetail(
                code: code, number: number, path: path, params: params,
                zh: zh, en: en, hintZh: hintZh, hintEn: hintEn
            )
        }
    }

    /// Stable code, such as `pricing.factor_missing`.
    public var code: String { detail.code }

    /// Stable number of the code.
    public var number: UInt32 { detail.number }

    /// The values named in the messages.
    public var params: [Param] { detail.params }

    /// How to mend it, in Chinese.
    public var hintZh: String { detail.hintZh }

    /// How to mend it, in English.
    public var hintEn: String { detail.hintEn }

    /// JSON Pointer of the offending part of the request; empty for the whole.
    public var path: String { detail.path }

    /// What is wrong, in Chinese.
    public var zh: String { detail.zh }

    /// What is wrong, in English.
    public var en: String { detail.en }

    /// Everything else that was wrong with the same request.
    public var others: [ErrorDetail] {
        switch self {
        case let .Refused(_, _, _, _, _, _, _, _, others):
            return others
        }
    }
}
