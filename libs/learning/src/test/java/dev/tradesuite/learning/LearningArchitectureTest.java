package dev.tradesuite.learning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearningArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tradesuite.learning");
    }

    @Test
    void packagesDoNotDependOnOneAnotherInCircles() {
        slices().matching("dev.tradesuite.learning.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void onlyTheFilesOfModelsKnowJson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.tradesuite.learning.model..", "dev.tradesuite.learning.tree..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(classes);
    }

    @Test
    void nothingIsNativeOrOfAFramework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "ml.dmlc..", "io.github.metarank..", "com.microsoft..")
                .check(classes);
    }

    /** Arithmetic that may differ from machine to machine has no place where models learn and answer. */
    @Test
    void transcendentalFunctionsAreThoseOfStrictMath() {
        for (String function : List.of("exp", "log", "sin", "cos", "tan", "tanh", "expm1", "log1p")) {
            noClasses().should().callMethod(Math.class, function, double.class).check(classes);
        }
        noClasses()
                .should()
                .callMethod(Math.class, "pow", double.class, double.class)
                .check(classes);
    }
}
