package vn.congvu.gateway.apology;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A browser asks whether the board has changed, and is not sent again what has not. The language cookie makes it another page. */
@Configuration(proxyBeanMethods = false)
class BoardCaching implements WebMvcConfigurer {
    private static final String[] PAGES = {"/xin-loi", "/xin-loi/*"};

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> boardPageEtags() {
        var filter = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
        filter.addUrlPatterns(PAGES);
        return filter;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader(
                                HttpHeaders.CACHE_CONTROL,
                                CacheControl.noCache().cachePrivate().getHeaderValue());
                        response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
                        return true;
                    }
                })
                .addPathPatterns(PAGES);
    }
}
