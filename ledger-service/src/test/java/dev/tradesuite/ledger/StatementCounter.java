package dev.tradesuite.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes every statement that is sent to the database, a batch as one; import {@link Config} to have it. */
public final class StatementCounter {

    private static final ThreadLocal<@Nullable List<String>> STATEMENTS = new ThreadLocal<>();

    /** Puts the counter in front of the data source. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Config {

        @Bean
        static StatementCounter statementCounter() {
            return new StatementCounter();
        }

        @Bean
        static BeanPostProcessor countedDataSource(StatementCounter counter) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? counter.counted(source) : bean;
                }
            };
        }
    }

    /** What this thread sends while the work runs. */
    public List<String> during(Runnable work) {
        List<String> sent = new ArrayList<>();
        STATEMENTS.set(sent);
        try {
            work.run();
        } finally {
            STATEMENTS.remove();
        }
        return sent;
    }

    private static void note(String statement) {
        List<String> noting = STATEMENTS.get();
        if (noting != null) {
            noting.add(statement);
        }
    }

    private DataSource counted(DataSource source) {
        return proxy(
                DataSource.class,
                source,
                (method, result, _) -> result instanceof Connection connection ? connection(connection) : result);
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, connection, (method, result, arguments) -> {
            if (result instanceof Statement statement) {
                String sql = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : null;
                return statement(method.getReturnType(), statement, sql);
            }
            return result;
        });
    }

    private Object statement(Class<?> type, Statement statement, @Nullable String sql) {
        return proxy(type, statement, (method, result, arguments) -> {
            if (method.getName().startsWith("execute")) {
                note(sql == null ? String.valueOf(arguments == null ? null : arguments[0]) : sql);
            }
            return result;
        });
    }

    /** What becomes of the result of a call. */
    private interface After {

        @Nullable
        Object apply(Method method, @Nullable Object result, Object @Nullable [] arguments);
    }

    private static <T> T proxy(Class<T> type, Object target, After after) {
        return type.cast(Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return after.apply(method, method.invoke(target, arguments), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
