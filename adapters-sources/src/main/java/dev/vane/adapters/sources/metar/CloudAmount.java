package dev.vane.adapters.sources.metar;

import dev.vane.domain.weather.Condition;
import dev.vane.domain.weather.Sky;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads clouds: {@code NsNsNshshshs}, {@code VVhshshs} and what stands in their place. The amount is the middle of the
 * eighths that a term stands for, the greatest of all layers: in the United States a layer counts those below, elsewhere
 * the whole can be more.
 *
 * <p>{@code SKC}, {@code CLR} and {@code NCD} are no clouds, though instruments see none above some 3,700 m. {@code NSC} and
 * {@code CAVOK} say only that there are none below 1,500 m: with them, and where an amount is missing, it is not known.
 * Not safe for use by several threads.
 */
final class CloudAmount {

    private static final Pattern LAYER =
            Pattern.compile("(?<amount>FEW|SCT|BKN|OVC|VV|///)(?:[0-9]{3}|///)(?:CB|TCU|///)?");
    private static final double EIGHTH = 12.5;

    private OptionalDouble eighths = OptionalDouble.empty();
    private boolean open;

    /** Takes a group. */
    boolean read(String group) {
        switch (group) {
            case "SKC", "CLR", "NCD" -> layer(0);
            case "NSC", "CAVOK" -> open = true;
            case "FEW///", "SCT///", "BKN///", "OVC///" -> amount(group.substring(0, 3));
            default -> {
                Matcher layer = LAYER.matcher(group);
                if (!layer.matches()) {
                    return false;
                }
                amount(layer.group("amount"));
            }
        }
        return true;
    }

    private void amount(String term) {
        switch (term) {
            case "FEW" -> layer(1.5);
            case "SCT" -> layer(3.5);
            case "BKN" -> layer(6);
            case "OVC", "VV" -> layer(8);
            default -> open = true;
        }
    }

    private void layer(double amount) {
        eighths = OptionalDouble.of(Math.max(amount, eighths.orElse(0)));
    }

    /** The share of the sky in %; a closed cover is one whatever else is not known. */
    OptionalDouble percent() {
        boolean known = eighths.isPresent() && (!open || eighths.getAsDouble() == 8);
        return known ? OptionalDouble.of(eighths.getAsDouble() * EIGHTH) : OptionalDouble.empty();
    }

    /** The sky under them, {@link Sky#UNKNOWN} if they are not known. */
    Sky sky() {
        OptionalDouble percent = percent();
        if (percent.isEmpty()) {
            return Sky.UNKNOWN;
        }
        double cover = percent.getAsDouble();
        if (cover == 0) {
            return Sky.of(Condition.CLEAR);
        }
        if (cover <= 25) {
            return Sky.of(Condition.MOSTLY_CLEAR);
        }
        if (cover <= 50) {
            return Sky.of(Condition.PARTLY_CLOUDY);
        }
        return Sky.of(cover < 100 ? Condition.MOSTLY_CLOUDY : Condition.OVERCAST);
    }
}
