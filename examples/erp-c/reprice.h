/* Pricing a batch through the columnar path of kaipan. */

#ifndef REPRICE_H
#define REPRICE_H

#include "store.h"
#include <kaipan.h>

/* Prices every unit; tells on stderr in both languages what is wrong and returns false then. */
bool reprice(Batch *batch, KpColumnTotals *sums);

#endif
