package dev.weir.testing;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/// Gives a test, and what runs before and after it, the one [TestProject] of that test, and closes it afterwards.
public final class WeirExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(WeirExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestProject.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(STORE)
                .getOrComputeIfAbsent(TestProject.class, _ -> project(context), TestProject.class);
    }

    private static TestProject project(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        Class<?>[] named = AnnotationSupport.findAnnotation(test, WeirTest.class)
                .map(WeirTest::value)
                .orElse(new Class<?>[0]);
        TestProject project = named.length > 0 ? TestProject.of(named) : TestProject.ofPackage(test);
        Optional<At> at = context.getTestMethod()
                .flatMap(method -> AnnotationSupport.findAnnotation(method, At.class))
                .or(() -> AnnotationSupport.findAnnotation(test, At.class));
        at.ifPresent(moment -> project.at(moment.value()));
        return project;
    }
}
