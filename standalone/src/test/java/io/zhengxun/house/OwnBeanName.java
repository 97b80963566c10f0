package io.zhengxun.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedGenericBeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;

/** Spring names a bean by the simple name of its class, wherever the class is: all applications in one process share the names. */
final class OwnBeanName extends ArchCondition<JavaClass> {

    private final Map<String, List<String>> sources = new TreeMap<>();

    OwnBeanName() {
        super("have bean names that no other class and no method has");
    }

    @Override
    public void init(Collection<JavaClass> components) {
        sources.clear();
    }

    @Override
    public void check(JavaClass component, ConditionEvents events) {
        named(nameOf(component.reflect()), component.getName());
        component.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Bean.class))
                .forEach(method -> named(nameOf(method), method.getFullName()));
    }

    @Override
    public void finish(ConditionEvents events) {
        sources.forEach((name, all) -> events.add(new SimpleConditionEvent(
                name, all.size() == 1, "the bean \"" + name + "\" is made by " + String.join(" and ", all))));
    }

    private void named(String name, String source) {
        sources.computeIfAbsent(name, first -> new ArrayList<>()).add(source);
    }

    private static String nameOf(Class<?> component) {
        return AnnotationBeanNameGenerator.INSTANCE.generateBeanName(
                new AnnotatedGenericBeanDefinition(component), new SimpleBeanDefinitionRegistry());
    }

    private static String nameOf(JavaMethod method) {
        Bean bean = method.getAnnotationOfType(Bean.class);
        String[] given = bean.name().length > 0 ? bean.name() : bean.value();
        return given.length > 0 ? given[0] : method.getName();
    }
}
