package dev.vane.adapters.rest.weather;

import dev.vane.adapters.rest.contract.BlendView;
import dev.vane.adapters.rest.contract.Figure;
import dev.vane.application.api.BlendNote;
import dev.vane.domain.scoring.ScoredVariable;
import dev.vane.domain.units.Unit;
import dev.vane.domain.units.UnitSystem;
import dev.vane.domain.weather.SourceId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Makes the document of how the blend was made. */
final class BlendDocument {

    private static final int DECIMALS = 3;

    private final UnitSystem units;

    private BlendDocument(UnitSystem units) {
        this.units = units;
    }

    static BlendView of(BlendNote note, UnitSystem units) {
        BlendDocument document = new BlendDocument(units);
        return new BlendView(
                note.members().stream().map(SourceId::name).toList(),
                note.parts().stream().map(document::part).toList());
    }

    private BlendView.PartView part(BlendNote.Part part) {
        ScoredVariable variable = part.variable();
        DoubleFunction<Figure> loss = variable.kind() == ScoredVariable.Kind.PROBABILITY
                ? BlendDocument::number
                : error -> difference(variable, error);
        return new BlendView.PartView(
                variable.variable().key(),
                part.bucket().after(),
                part.bucket().upTo(),
                part.served(),
                part.reason().text(),
                part.days(),
                loss.apply(part.meanAbsoluteError()),
                part.bestSource(),
                loss.apply(part.bestSourceError()),
                figures(part.weights(), BlendDocument::number),
                figures(part.corrections(), correction -> difference(variable, correction)),
                part.lastWeight().isPresent()
                        ? Optional.of(number(part.lastWeight().getAsDouble()))
                        : Optional.empty());
    }

    private static Map<String, Figure> figures(Map<SourceId, Double> values, DoubleFunction<Figure> figure) {
        Map<String, Figure> figures = new TreeMap<>();
        values.forEach((source, value) -> figures.put(source.name(), figure.apply(value)));
        return figures;
    }

    /** A difference of 1 °C is one of 1.8 °F, not of 33.8. */
    private Figure difference(ScoredVariable variable, double value) {
        Unit canonical = variable.variable().dimension().canonical();
        Unit unit = units.unit(variable.variable().dimension());
        return number(canonical.convert(value, unit) - canonical.convert(0, unit));
    }

    private static Figure number(double value) {
        return Figure.rounded(value, DECIMALS);
    }
}
