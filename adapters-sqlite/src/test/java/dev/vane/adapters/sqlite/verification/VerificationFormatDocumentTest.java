package dev.vane.adapters.sqlite.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vane.domain.quality.QualityRule;
import dev.vane.domain.scoring.LeadBucket;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.scoring.TruthKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/verification-format.md says of codes is what the program does. */
class VerificationFormatDocumentTest {

    private List<String> lines;

    @BeforeEach
    void read() throws IOException {
        lines = Files.readAllLines(Path.of("..", "docs", "verification-format.md"));
    }

    @Test
    void givesTheCodeOfEveryKindOfTruth() {
        for (TruthKind truth : TruthKind.values()) {
            assertThat(lines).contains("| " + PairCodes.truth(truth) + " | " + truth.key() + " |");
            assertThat(PairCodes.truth(PairCodes.truth(truth))).contains(truth);
        }
        assertThat(PairCodes.truth(0)).isEmpty();
    }

    @Test
    void givesTheCodeOfEveryVariable() {
        for (ScoredVariable variable : ScoredVariable.values()) {
            assertThat(lines)
                    .contains("| " + PairCodes.variable(variable) + " | "
                            + variable.variable().key() + " |");
            assertThat(PairCodes.variable(PairCodes.variable(variable))).contains(variable);
        }
        assertThat(PairCodes.variable(10)).as("visibility is not scored").isEmpty();
    }

    @Test
    void givesTheCodeOfEveryRangeOfLeadTimes() {
        for (LeadBucket bucket : LeadBucket.values()) {
            assertThat(lines).contains("| " + PairCodes.bucket(bucket) + " | " + bucket.key() + " |");
            assertThat(PairCodes.bucket(PairCodes.bucket(bucket))).isEqualTo(bucket);
        }
        assertThat(PairCodes.buckets()).isEqualTo(LeadBucket.values().length);
    }

    @Test
    void namesEveryRule() {
        for (QualityRule rule : QualityRule.values()) {
            assertThat(lines).anyMatch(line -> line.contains("`" + rule.key() + "`"));
        }
    }
}
