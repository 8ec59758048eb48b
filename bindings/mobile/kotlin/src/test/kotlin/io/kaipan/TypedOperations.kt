// Written by `cargo xtask docs` from the catalogue of operations; not to be edited.
package io.kaipan

internal val typedOperations: Map<String, (String) -> String> = mapOf(
    "number.in_words" to { inWordsResponseToJson(numberInWords(inWordsRequestFromJson(it))) },
    "number.read_discount" to { readDiscountResponseToJson(numberReadDiscount(readDiscountRequestFromJson(it))) },
    "project.import_units" to { importResponseToJson(projectImportUnits(importRequestFromJson(it))) },
    "pricing.table" to { tableResponseToJson(pricingTable(tableRequestFromJson(it))) },
    "pricing.solve_base" to { solveBaseResponseToJson(pricingSolveBase(solveBaseRequestFromJson(it))) },
    "pricing.net_to_list" to { netToListResponseToJson(pricingNetToList(netToListRequestFromJson(it))) },
    "pricing.adjust" to { adjustResponseToJson(pricingAdjust(adjustRequestFromJson(it))) },
    "pricing.advance_bill" to { advanceBillResponseToJson(pricingAdvanceBill(advanceBillRequestFromJson(it))) },
    "pricing.check" to { checkResponseToJson(pricingCheck(checkRequestFromJson(it))) },
    "discount.apply" to { discountOutcomeToJson(discountApply(applyRequestFromJson(it))) },
    "discount.best" to { bestResponseToJson(discountBest(bestRequestFromJson(it))) },
    "discount.reevaluate" to { reevaluateResponseToJson(discountReevaluate(reevaluateRequestFromJson(it))) },
    "discount.authority" to { authorityResponseToJson(discountAuthority(authorityRequestFromJson(it))) },
    "payment.schedule" to { scheduleToJson(paymentSchedule(scheduleRequestFromJson(it))) },
    "payment.loan" to { loanResponseToJson(paymentLoan(loanRequestFromJson(it))) },
    "payment.rate_presets" to { ratePresetsResponseToJson(paymentRatePresets(ratePresetsRequestFromJson(it))) },
    "fee.compute" to { feeResponseToJson(feeCompute(feeRequestFromJson(it))) },
    "fee.vat_split" to { vatResponseToJson(feeVatSplit(vatRequestFromJson(it))) },
    "fee.presets" to { feePresetsResponseToJson(feePresets(feePresetsRequestFromJson(it))) },
    "quote.make" to { quoteToJson(quoteMake(quoteRequestFromJson(it))) },
    "quote.compare" to { compareResponseToJson(quoteCompare(compareRequestFromJson(it))) },
    "quote.validity" to { validityResponseToJson(quoteValidity(validityRequestFromJson(it))) },
)
