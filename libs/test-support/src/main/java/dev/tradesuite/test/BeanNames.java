package dev.tradesuite.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.beans.Introspector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds beans of a service that have one name. Spring does not start with two of them. Names are those it makes itself:
 * of a component by the name of its class, of a method with {@code @Bean} that of the method, unless it states another.
 */
final class BeanNames extends ArchCondition<JavaClass> {

    private static final String COMPONENT = "org.springframework.stereotype.Component";
    private static final String BEAN = "org.springframework.context.annotation.Bean";

    private final Map<String, Set<String>> places = new TreeMap<>();

    BeanNames() {
        super("make beans that have names of their own");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        places.clear();
        all.forEach(type -> beans(type).forEach(bean -> places.computeIfAbsent(bean.name(), _ -> new TreeSet<>())
                .add(bean.place())));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        beans(type)
                .filter(bean -> places.getOrDefault(bean.name(), Set.of()).size() > 1)
                .forEach(bean -> events.add(SimpleConditionEvent.violated(
                        type,
                        "%s: the bean %s is made by each of %s"
                                .formatted(bean.place(), bean.name(), places.get(bean.name())))));
    }

    /** @param place what makes it */
    private record NamedBean(String name, String place) {}

    private static Stream<NamedBean> beans(JavaClass type) {
        Stream<NamedBean> methods = type.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(BEAN))
                .map(method -> new NamedBean(name(method), method.getFullName()));
        boolean isComponent = !type.isAnnotation() && !type.isInterface() && type.isMetaAnnotatedWith(COMPONENT);
        return isComponent ? Stream.concat(methods, Stream.of(new NamedBean(name(type), type.getName()))) : methods;
    }

    private static String name(JavaMethod method) {
        Optional<Object> value = method.getAnnotationOfType(BEAN).get("value");
        return value.orElse("") instanceof String[] stated && stated.length > 0 ? stated[0] : method.getName();
    }

    private static String name(JavaClass type) {
        return Introspector.decapitalize(type.getSimpleName());
    }
}
