/**
 * From the decoded sections of an answer to what the application is told:
 * {@link dev.vane.adapters.sources.report.ReportDraft}. Not exported: for the providers' packages only.
 */
package dev.vane.adapters.sources.report;
