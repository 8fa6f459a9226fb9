/**
 * Figures and how they are shown: results, budgets, latencies, the table and the JSON document.
 * Nothing here measures.
 */
@NullMarked
package im.chrysalis.bench.report;

import org.jspecify.annotations.NullMarked;
