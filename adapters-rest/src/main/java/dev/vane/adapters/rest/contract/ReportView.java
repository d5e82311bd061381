package dev.vane.adapters.rest.contract;

import dev.vane.application.api.ReportReadings.Kept;
import dev.vane.application.api.ReportReadings.Verdict;
import dev.vane.domain.quality.QualityFlag;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Schema {@code Report}: what quality control says of readings that are kept.
 *
 * @param verdicts one a reading, in their order
 */
@Json
public record ReportView(List<VerdictView> verdicts) {

    /** What became of an upload. */
    public static ReportView of(Kept kept) {
        return new ReportView(kept.verdicts().stream().map(VerdictView::of).toList());
    }

    /**
     * Schema {@code Verdict}.
     *
     * @param validTime when the reading was made
     * @param flags what is wrong with it
     */
    @Json
    public record VerdictView(String validTime, List<FlagView> flags) {

        private static VerdictView of(Verdict verdict) {
            return new VerdictView(
                    Times.text(verdict.validTime()),
                    verdict.flags().stream().map(FlagView::of).toList());
        }
    }

    /**
     * Schema {@code Flag}.
     *
     * @param variable whose value
     * @param rule by which rule
     * @param excluded whether the value is not used
     * @param detail a sentence
     */
    @Json
    public record FlagView(String variable, String rule, boolean excluded, String detail) {

        private static FlagView of(QualityFlag flag) {
            return new FlagView(flag.variable().key(), flag.rule().key(), flag.excluded(), flag.detail());
        }
    }
}
