package dev.tradesuite.gateway;

import dev.tradesuite.test.SuiteIntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Runs the gateway; on this class path the test framework would take it for a servlet application. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuiteIntegrationTest
@TestPropertySource(properties = {"spring.main.web-application-type=reactive", "suite.gateway.metrics.port=0"})
@interface GatewayIntegrationTest {}
