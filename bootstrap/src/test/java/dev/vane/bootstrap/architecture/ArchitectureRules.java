package dev.vane.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules of the hexagon for all classes below one root package, by name. */
final class ArchitectureRules {

    private static final Set<String> INJECTION = Set.of("Inject", "Autowired", "Resource", "Value");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    private String all(String module) {
        return root + "." + module + "..";
    }

    Map<String, ArchRule> byName() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain stands alone", domainStandsAlone());
        rules.put("domain has no clock and no I/O", domainHasNoClockAndNoIo());
        rules.put("application knows the domain only", applicationKnowsTheDomainOnly());
        rules.put("application performs no I/O", applicationPerformsNoIo());
        rules.put("services are reached through ports", servicesAreReachedThroughPorts());
        rules.put("adapters are apart: rest", adapterIsApart("rest", "sqlite", "sources"));
        rules.put("adapters are apart: sqlite", adapterIsApart("sqlite", "rest", "sources"));
        rules.put("adapters are apart: sources", adapterIsApart("sources", "rest", "sqlite"));
        rules.put("only the composition root knows adapters", onlyTheRootKnowsAdapters());
        rules.put("driven adapters call no in-port", drivenAdaptersCallNoInPort());
        rules.put("packages have no cycles", packagesHaveNoCycles());
        rules.put("nothing is printed", nothingIsPrinted());
        rules.put("nothing is injected into fields", nothingIsInjectedIntoFields());
        rules.put("loggers are System.Logger", loggersAreSystemLogger());
        rules.put("packages are named for what they hold", packagesAreNamedForWhatTheyHold());
        rules.put("fields are not public", fieldsAreNotPublic());
        return rules;
    }

    private ArchRule domainStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(all("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all("domain"), "java..", "org.shredzone.commons.suncalc..")
                .because("the domain is values and rules that outlive every framework");
    }

    private ArchRule domainHasNoClockAndNoIo() {
        return noClasses()
                .that()
                .resideInAPackage(all("domain"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
                        .or(simpleName("Clock"))
                        .or(simpleName("Thread")))
                .because("what the domain says must depend on its arguments only");
    }

    private ArchRule applicationKnowsTheDomainOnly() {
        return classes()
                .that()
                .resideInAPackage(all("application"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all("application"), all("domain"), "java..")
                .because("use cases reach the world through their out-ports");
    }

    private ArchRule applicationPerformsNoIo() {
        return noClasses()
                .that()
                .resideInAPackage(all("application"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "java.nio.file..", "java.io..")
                .because("files, databases and connections are the business of adapters");
    }

    private ArchRule servicesAreReachedThroughPorts() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(all("application"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(all("application.places"), all("application.weather")))
                .because("an adapter that calls a service would bind the two for ever");
    }

    private ArchRule adapterIsApart(String adapter, String... others) {
        String[] packages = java.util.Arrays.stream(others)
                .map(other -> all("adapters." + other))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(all("adapters." + adapter))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("each adapter must be replaceable without another one noticing");
    }

    private ArchRule onlyTheRootKnowsAdapters() {
        return noClasses()
                .that()
                .resideInAnyPackage(all("domain"), all("application"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(all("adapters"), all("bootstrap"))
                .because("dependencies point inwards");
    }

    private ArchRule drivenAdaptersCallNoInPort() {
        return noClasses()
                .that()
                .resideInAnyPackage(all("adapters.sqlite"), all("adapters.sources"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(all("application.api"))
                .because("driven adapters are called, they do not call back");
    }

    private ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that is part of a cycle cannot be understood alone");
    }

    private ArchRule nothingIsPrinted() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("Main")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("what is worth saying goes to the log, where it is one JSON object a line");
    }

    private ArchRule nothingIsInjectedIntoFields() {
        return noFields()
                .should()
                .beAnnotatedWith(DescribedPredicate.describe(
                        "an injection annotation",
                        annotation -> INJECTION.contains(annotation.getRawType().getSimpleName())))
                .because("wiring is done by hand, through constructors");
    }

    private ArchRule loggersAreSystemLogger() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(all("bootstrap.logging"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .because("the process has one log, set up in one place");
    }

    private ArchRule packagesAreNamedForWhatTheyHold() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        root + "..util..",
                        root + "..common..",
                        root + "..impl..",
                        root + "..manager..",
                        root + "..helper..")
                .because("packages are cut by capability");
    }

    private ArchRule fieldsAreNotPublic() {
        return noFields().that().areNotStatic().should().bePublic().because("state that everyone can set is nobody's");
    }
}
