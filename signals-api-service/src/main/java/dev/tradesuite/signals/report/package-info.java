/**
 * The report of a model as one page that needs nothing else.
 *
 * <p>Read {@link dev.tradesuite.signals.report.web.PerformanceReportPage} first.
 */
@NullMarked
package dev.tradesuite.signals.report;

import org.jspecify.annotations.NullMarked;
