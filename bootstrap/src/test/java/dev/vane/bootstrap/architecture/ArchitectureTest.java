package dev.vane.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the program to the hexagon, and each rule to biting. */
class ArchitectureTest {

    private static final String ROOT = "dev.vane";
    private static final String FIXTURE = "dev.vane.bootstrap.architecture.fixture";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(ROOT);
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(FIXTURE);

    private static Stream<Arguments> rules(String root) {
        Map<String, ArchRule> rules = new ArchitectureRules(root).byName();
        return rules.entrySet().stream()
                .map(rule -> Arguments.of(Named.of(rule.getKey(), rule.getKey()), rule.getValue()));
    }

    static Stream<Arguments> rulesOfTheProgram() {
        return rules(ROOT);
    }

    static Stream<Arguments> rulesOfTheFixture() {
        return rules(FIXTURE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheProgram")
    void theProgramKeepsTheRule(String name, ArchRule rule) {
        rule.check(PROGRAM);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheFixture")
    void theRuleBites(String name, ArchRule rule) {
        assertThatThrownBy(() -> rule.check(BAD)).as(name).isInstanceOf(AssertionError.class);
    }

    /** A rule about a package that is not there passes in silence; so each package that a rule names must be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain.place",
                "domain.weather",
                "domain.units",
                "application.api",
                "application.spi",
                "application.places",
                "application.weather",
                "adapters.rest",
                "adapters.sqlite",
                "adapters.sources",
                "bootstrap.config",
                "bootstrap.logging"
            })
    void everyPackageThatARuleNamesHasClasses(String name) {
        assertThat(PROGRAM.stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith(ROOT + "." + name + "."))
                        .count())
                .isGreaterThan(1);
    }
}
