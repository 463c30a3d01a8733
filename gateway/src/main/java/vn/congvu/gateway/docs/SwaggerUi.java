package vn.congvu.gateway.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files of Swagger UI from its WebJar, whichever version the build chose. */
@Configuration
class SwaggerUi implements WebMvcConfigurer {
    private static final String BUNDLE = "swagger-ui-bundle.js";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/docs-ui/**").addResourceLocations(folder());
    }

    private static String folder() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/swagger-ui/*/" + BUNDLE);
            if (found.length != 1) {
                throw new IllegalStateException(found.length + " versions of Swagger UI on the class path");
            }
            var bundle = found[0].getURL().toString();
            return bundle.substring(0, bundle.length() - BUNDLE.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
