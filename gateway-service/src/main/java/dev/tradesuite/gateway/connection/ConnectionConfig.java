package dev.tradesuite.gateway.connection;

import dev.tradesuite.gateway.connection.web.AnswerCompression;
import dev.tradesuite.gateway.connection.web.ServerConnections;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the watch on every connection, and compresses long answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionSettings.class)
@Import({ServerConnections.class, AnswerCompression.class})
class ConnectionConfig {}
