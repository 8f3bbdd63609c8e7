package dev.tradesuite.support.event;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.core.EventPublicationRepository;

/**
 * Changes of a publication's state commit without waiting for the disk.
 *
 * <p>Losing one in a crash means that its message is sent twice, which consumers expect. The insert is left alone: it
 * is part of the business transaction.
 */
final class BackgroundCommits implements BeanPostProcessor {

    private final ObjectProvider<JdbcTemplate> jdbc;

    BackgroundCommits(ObjectProvider<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof EventPublicationRepository repository)) {
            return bean;
        }
        MethodInterceptor lazily = call -> {
            if (call.getMethod().getName().startsWith("mark")) {
                jdbc.getObject().execute("SET LOCAL synchronous_commit = off");
            }
            return call.proceed();
        };
        ProxyFactory proxy = new ProxyFactory(EventPublicationRepository.class, lazily);
        proxy.setTarget(repository);
        return proxy.getProxy();
    }
}
