package dev.tradesuite.test;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules every service obeys.
 *
 * <p>A feature is a package below the service's own, such as {@code dev.tradesuite.risk.check}: plain Java, and beside
 * it one {@code *Config} that makes its beans and the {@code *Settings} it reads. Its adapters are the sub-packages
 * {@code web}, {@code store}, {@code client} and {@code messaging}; they depend on the feature, never the other way.
 */
public final class SuiteArchitecture {

    private static final String[] ADAPTERS = {"..web..", "..store..", "..client..", "..messaging.."};
    private static final String REASON = "dev.tradesuite.contracts.market.Reason";

    private SuiteArchitecture() {}

    /**
     * One test for each rule; return it from a method annotated with {@code @TestFactory}.
     *
     * @param service package of the service, such as {@code dev.tradesuite.risk}
     */
    public static Stream<DynamicTest> of(String service) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(service);
        return rules(service).stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    static List<ArchRule> rules(String service) {
        return Stream.of(
                        featuresAreFreeOfFrameworks(service),
                        featuresDoNotKnowTheirAdapters(service),
                        adaptersDoNotKnowOtherAdapters(service),
                        configurationStandsBesideItsFeature(service),
                        everyRoleHasItsName(),
                        adaptersAreWhereTheyBelong(),
                        contractsStopAtTheEdge(service),
                        entitiesStayInTheStore(),
                        handlersSayWhoMayCall(),
                        featuresAreFreeOfCycles(service),
                        beansHaveNamesOfTheirOwn(),
                        dependenciesComeThroughTheConstructor(),
                        timeComesFromTheClock(),
                        oldDatesAreNotUsed(),
                        noLanguageIsSpoken())
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    private static ArchRule featuresAreFreeOfFrameworks(String service) {
        return noClasses()
                .that(features(service))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "jakarta.persistence..",
                        "jakarta.servlet..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "org.apache.kafka..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "org.hibernate..")
                .as("feature packages know no Spring, SQL, HTTP or JSON");
    }

    private static ArchRule featuresDoNotKnowTheirAdapters(String service) {
        return noClasses()
                .that(features(service))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ADAPTERS).and(below(service)))
                .as("features do not know their adapters");
    }

    private static ArchRule adaptersDoNotKnowOtherAdapters(String service) {
        return slices().matching(service + ".(*).(web|store|client|messaging)..")
                .should()
                .notDependOnEachOther()
                // What several adapters send looks the same everywhere, also in an answer of another feature.
                .ignoreDependency(alwaysTrue(), simpleNameEndingWith("Mapper"))
                .as("adapters do not know one another, but for a mapper they share");
    }

    private static ArchRule configurationStandsBesideItsFeature(String service) {
        return noClasses()
                .that(below(service))
                .should()
                .resideInAnyPackage("..config..", "..wire..")
                .as("a feature has its configuration beside it, and its mappers with the adapter that uses them");
    }

    private static ArchRule everyRoleHasItsName() {
        return classes()
                .should(haveTheNameOfTheirRole())
                .as("one suffix per role: *Controller, *Listener, *Publisher, *Client, *Settings, *Config, Jdbc*,"
                        + " Jpa*");
    }

    private static ArchRule adaptersAreWhereTheyBelong() {
        return classes()
                .should(resideWithTheirRole())
                .as("controllers are in web, listeners in messaging, calls in client, SQL and JPA in store");
    }

    private static ArchRule contractsStopAtTheEdge(String service) {
        return noClasses()
                .that(features(service))
                .should()
                // Enums are the words of the market and the reasons, the same inside and outside.
                .dependOnClassesThat(resideInAnyPackage("dev.tradesuite.contracts..")
                        .and(not(assignableTo(Enum.class)))
                        .and(not(assignableTo(REASON))))
                .as("records of the contracts stop at the adapters");
    }

    private static ArchRule entitiesStayInTheStore() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("..store..")
                .as("entities stay in the store");
    }

    private static ArchRule handlersSayWhoMayCall() {
        return methods()
                .that(describe("handle requests", SuiteArchitecture::handlesRequests))
                .should(sayWhoMayCall())
                .as("every handler says who may call it, with @PreAuthorize");
    }

    private static ArchRule featuresAreFreeOfCycles(String service) {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles().as("features are free of cycles");
    }

    private static ArchRule beansHaveNamesOfTheirOwn() {
        return classes().should(new BeanNames()).as("no two beans of a service have one name");
    }

    private static ArchRule dependenciesComeThroughTheConstructor() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .as("dependencies come through the constructor");
    }

    private static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should(callWithoutClock())
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .as("the time of day comes from the injected clock");
    }

    private static ArchRule oldDatesAreNotUsed() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Date.class, java.util.Calendar.class, java.text.DateFormat.class)
                .as("dates are those of java.time");
    }

    /** The one rule that holds outside services as well: nothing depends on the language of the machine. */
    public static ArchRule noLanguageIsSpoken() {
        return noClasses()
                .should()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .as("case is changed and numbers are written with a locale: Locale.ROOT");
    }

    private static DescribedPredicate<JavaClass> features(String service) {
        return below(service)
                .and(not(resideInAnyPackage(service)))
                .and(not(resideInAnyPackage(ADAPTERS)))
                .and(not(describe("configuration", SuiteArchitecture::isConfiguration)))
                .as("features of " + service);
    }

    private static DescribedPredicate<JavaClass> below(String service) {
        return resideInAnyPackage(service + "..");
    }

    /** The classes of a feature that may know Spring, and what is nested in them. */
    private static boolean isConfiguration(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getSimpleName().endsWith("Config")
                || outermost.getSimpleName().endsWith("Settings");
    }

    private static boolean handlesRequests(JavaMethod method) {
        return method.getOwner().isMetaAnnotatedWith("org.springframework.stereotype.Controller")
                && method.isMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping");
    }

    private static ArchCondition<JavaClass> haveTheNameOfTheirRole() {
        return new ArchCondition<>("have the name of their role") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                role(type)
                        .filter(role -> !role.names(type.getSimpleName()))
                        .ifPresent(role -> events.add(
                                SimpleConditionEvent.violated(type, "%s is a %s".formatted(type.getName(), role))));
            }
        };
    }

    private static ArchCondition<JavaClass> resideWithTheirRole() {
        return new ArchCondition<>("reside with their role") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                role(type)
                        .filter(role -> !role.folder().isEmpty())
                        .filter(role -> !type.getPackageName().endsWith("." + role.folder()))
                        .ifPresent(role -> events.add(SimpleConditionEvent.violated(
                                type, "%s belongs in a package %s".formatted(type.getName(), role.folder()))));
            }
        };
    }

    /** What a class is by its annotations and its package; most are plain and have no role. */
    private static Optional<Role> role(JavaClass type) {
        if (type.isMetaAnnotatedWith("org.springframework.stereotype.Controller")) {
            return Optional.of(Role.CONTROLLER);
        }
        if (type.isAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")) {
            return Optional.of(Role.SETTINGS);
        }
        if (type.isAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")) {
            return Optional.empty();
        }
        if (type.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")) {
            return Optional.of(Role.CONFIG);
        }
        if (type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith("org.springframework.kafka.annotation.KafkaListener"))) {
            return Optional.of(Role.LISTENER);
        }
        if (type.isInterface() || !type.isMetaAnnotatedWith("org.springframework.stereotype.Component")) {
            return Optional.empty();
        }
        return Stream.of(Role.PUBLISHER, Role.STORE, Role.CLIENT)
                .filter(role -> type.getPackageName().endsWith("." + role.folder()))
                .findFirst();
    }

    private enum Role {
        CONTROLLER("web", ".*Controller"),
        SETTINGS("", ".*Settings"),
        CONFIG("", ".*Config"),
        LISTENER("messaging", ".*Listener"),
        PUBLISHER("messaging", ".*Publisher"),
        STORE("store", "(Jdbc|Jpa).*"),
        CLIENT("client", ".*Client");

        private final String folder;
        private final String pattern;

        Role(String folder, String pattern) {
            this.folder = folder;
            this.pattern = pattern;
        }

        String folder() {
            return folder;
        }

        boolean names(String simpleName) {
            return simpleName.matches(pattern);
        }
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        String annotation = "org.springframework.security.access.prepost.PreAuthorize";
        return new ArchCondition<>("say who may call") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!method.isAnnotatedWith(annotation) && !method.getOwner().isAnnotatedWith(annotation)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getFullName() + " may be called by anybody with a token"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> callWithoutClock() {
        return new ArchCondition<>("ask for the time of day without a clock") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getPackageName().equals("java.time")
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class)))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(item, call.getDescription())));
            }
        };
    }
}
