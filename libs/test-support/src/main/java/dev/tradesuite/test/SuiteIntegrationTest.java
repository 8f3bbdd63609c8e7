package dev.tradesuite.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Runs the service under test on a random port, started by its own main method.
 *
 * <p>It gets a real PostgreSQL and a real Kafka when it declares the features {@code database} and {@code messaging}
 * (containers where Docker answers, else embedded), and a token issuer whose tokens {@link TestTokens} makes. They are
 * started once for each JVM. Test classes without settings of their own share one application.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        useMainMethod = SpringBootTest.UseMainMethod.ALWAYS)
public @interface SuiteIntegrationTest {

    /**
     * Whether the test class gets an empty schema of its own, migrated anew, and with it an application of its own.
     * Those that inherit the annotation from one class share both.
     */
    boolean freshSchema() default false;
}
