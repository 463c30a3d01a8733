package vn.congvu.gateway.page;

import java.net.URI;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.Environment;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Language and words of the pages. */
@Configuration
@EnableConfigurationProperties(PageProperties.class)
class PageConfiguration implements WebMvcConfigurer {
    private final Languages languages;

    PageConfiguration(Environment environment) {
        var address = environment.getProperty("complaints.gateway.public-base-url", URI.class);
        languages = new Languages(address != null && "https".equalsIgnoreCase(address.getScheme()));
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(languages).excludePathPatterns("/api/**", "/webhooks/**", "/assets/**");
    }

    @Bean
    MultipartResolver multipartResolver() {
        return new PageUploads();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadableRequests() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadableRequestPage.class.getName());
            }
        });
    }

    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames("messages/common", "messages/citizen", "messages/staff");
        words.setDefaultEncoding("UTF-8");
        words.setDefaultLocale(Languages.VIETNAMESE);
        words.setFallbackToSystemLocale(false);
        // apostrophes of English words are not doubled where nothing is filled in
        words.setAlwaysUseMessageFormat(false);
        return words;
    }
}
