package vn.congvu.gateway.services;

import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * Kept-alive, bounded connections. Nothing is decided on the way: no redirect is followed, no cookie kept, no body
 * decompressed and no call repeated behind the back of who made it.
 */
@Configuration
@EnableConfigurationProperties(ServiceProperties.class)
class Connections {
    private static final TimeValue CHECK_AFTER_IDLE = TimeValue.ofSeconds(1);
    private static final TimeValue DROP_AFTER_IDLE = TimeValue.ofSeconds(15);

    @Bean(destroyMethod = "close")
    CloseableHttpClient serviceHttpClient(ServiceProperties properties) {
        var pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(properties.connectionsPerService())
                .setMaxConnTotal(properties.connectionsPerService() * Service.values().length)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(Timeout.of(properties.answerTimeout()))
                        .setValidateAfterInactivity(CHECK_AFTER_IDLE)
                        .setTimeToLive(Timeout.of(properties.connectionLifetime()))
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom()
                        .setSoTimeout(Timeout.of(properties.answerTimeout()))
                        .setTcpNoDelay(true)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(properties.waitForConnection()))
                        .setResponseTimeout(Timeout.of(properties.answerTimeout()))
                        .build())
                .evictExpiredConnections()
                .evictIdleConnections(DROP_AFTER_IDLE)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    @Bean
    ClientHttpRequestFactory serviceConnections(CloseableHttpClient client) {
        return new HttpComponentsClientHttpRequestFactory(client);
    }
}
