package dev.tradesuite.support.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the states of publications with little work for the database.
 *
 * <p>Completed publications are collected and deleted together by {@link #flush}. Changes of the other states commit
 * without waiting for the disk. What either of them loses in a crash is that a message was sent: it is sent twice then,
 * which consumers expect. The insert is left alone: it is part of the business transaction.
 */
final class LazyRepository implements BeanPostProcessor {

    private final ObjectProvider<JdbcTemplate> jdbc;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final ConcurrentLinkedQueue<UUID> completed = new ConcurrentLinkedQueue<>();

    LazyRepository(ObjectProvider<JdbcTemplate> jdbc, ObjectProvider<PlatformTransactionManager> transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository repository)) {
            return bean;
        }
        MethodInterceptor lazily = call -> {
            String method = call.getMethod().getName();
            if (method.equals("markCompleted") && call.getArguments()[0] instanceof TargetEventPublication sent) {
                completed.add(sent.getIdentifier());
                return null;
            }
            if (method.startsWith("mark")) {
                relax();
            }
            return call.proceed();
        };
        ProxyFactory proxy = new ProxyFactory(EventPublicationRepository.class, lazily);
        proxy.setTarget(repository);
        return proxy.getProxy();
    }

    /** Deletes what was completed; when that fails, the next flush tries again. */
    void flush() {
        List<UUID> ids = new ArrayList<>();
        for (UUID id = completed.poll(); id != null; id = completed.poll()) {
            ids.add(id);
        }
        if (ids.isEmpty()) {
            return;
        }
        try {
            new TransactionTemplate(transactions.getObject()).executeWithoutResult(_ -> {
                relax();
                jdbc.getObject()
                        .update("DELETE FROM event_publication WHERE id = ANY (?)", (Object) ids.toArray(UUID[]::new));
            });
        } catch (RuntimeException e) {
            completed.addAll(ids);
            throw e;
        }
    }

    private void relax() {
        jdbc.getObject().execute("SET LOCAL synchronous_commit = off");
    }
}
