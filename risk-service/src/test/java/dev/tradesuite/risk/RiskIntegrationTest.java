package dev.tradesuite.risk;

import dev.tradesuite.test.SuiteIntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** Runs risk-service in the world of {@link World}; all test classes share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuiteIntegrationTest
@Import(World.Config.class)
public @interface RiskIntegrationTest {}
