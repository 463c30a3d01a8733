package vn.congvu.gateway.services;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connectTimeout how long a service may take to accept a connection
 * @param answerTimeout how long it may stay silent
 * @param connectionsPerService open at the same time, at most
 * @param connectionLifetime after which a connection is not used again, so that a replica that joined gets its share
 * @param waitForConnection how long a request waits when all are in use
 */
@ConfigurationProperties("complaints.gateway.services")
record ServiceProperties(
        @DefaultValue("http://127.0.0.1:8081") URI intakeUrl,
        @DefaultValue("http://127.0.0.1:8082") URI casesUrl,
        @DefaultValue("http://127.0.0.1:8083") URI notifyUrl,
        @DefaultValue("PT2S") Duration connectTimeout,
        @DefaultValue("PT30S") Duration answerTimeout,
        @DefaultValue("100") int connectionsPerService,
        @DefaultValue("PT30S") Duration connectionLifetime,
        @DefaultValue("PT3S") Duration waitForConnection) {}
