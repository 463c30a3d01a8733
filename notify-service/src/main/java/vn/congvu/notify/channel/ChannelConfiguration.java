package vn.congvu.notify.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.notify.site.Site;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {
    @Bean
    TwilioHttp twilioHttp(TwilioSettings settings) {
        return new TwilioHttp(settings);
    }

    @Bean
    SmsProvider smsProvider(TwilioSettings settings, Site site, TwilioHttp http, SmsGuardSettings guard) {
        return new GuardedSms(new TwilioSms(settings, site, http), guard);
    }
}
