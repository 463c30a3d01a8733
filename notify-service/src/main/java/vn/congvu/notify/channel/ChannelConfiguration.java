package vn.congvu.notify.channel;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.notify.breaker.BreakerFigures;
import vn.congvu.notify.site.Site;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
    @Bean
    TwilioHttp twilioHttp(TwilioSettings settings) {
        return new TwilioHttp(settings);
    }

    @Bean
    GuardedSms smsProvider(TwilioSettings settings, Site site, TwilioHttp http, SmsGuardSettings guard) {
        return new GuardedSms(new TwilioSms(settings, site, http), guard);
    }

    @Bean
    BreakerFigures providerFigures(GuardedSms sms) {
        return new BreakerFigures("provider", List.of(sms.breaker()), "messages wait and go out when it is back");
    }
}
