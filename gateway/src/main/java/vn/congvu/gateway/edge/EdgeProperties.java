package vn.congvu.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-For} is believed; by default nobody's */
@ConfigurationProperties("complaints.gateway.edge")
record EdgeProperties(@DefaultValue List<String> trustedProxies) {}
