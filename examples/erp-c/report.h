/* The summary that the host prints, in both languages. */

#ifndef REPORT_H
#define REPORT_H

#include "store.h"
#include <kaipan.h>

void report(const Batch *batch, const KpColumnTotals *sums);

#endif
