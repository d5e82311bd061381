package dev.vane.application.spi;

import dev.vane.domain.weather.SourceId;
import java.util.Objects;

/**
 * How an ask counts on a provider's quota.
 *
 * @param account whose quota it is; sources of one account share it
 * @param usualCalls how many calls an ask usually counts for, at least 1
 */
public record Tariff(SourceId account, int usualCalls) {

    /** Checks the range. */
    public Tariff {
        Objects.requireNonNull(account, "account");
        if (usualCalls < 1) {
            throw new IllegalArgumentException("usual calls of " + account + " are " + usualCalls + ", below 1");
        }
    }
}
