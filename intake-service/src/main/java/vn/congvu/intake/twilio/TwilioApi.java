package vn.congvu.intake.twilio;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** What we ask of Twilio. Addresses are built from ids on the configured host; what a webhook names is never followed. */
@Component
public class TwilioApi {
    private static final Pattern RECORDING_SID = Pattern.compile("RE[0-9A-Za-z]{1,64}");
    private static final int LARGEST_RECORDING = 20 * 1024 * 1024;
    private static final int PAGE_SIZE = 200;
    private static final int MOST_PAGES = 50;

    private final TwilioProperties properties;
    private final RestClient client;

    TwilioApi(TwilioProperties properties) {
        this.properties = properties;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    /** An inbound message as Twilio kept it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Message(
            String sid,
            @Nullable String from,
            @Nullable String body,
            @Nullable String direction,
            @Nullable @JsonProperty("date_sent") String dateSent) {

        public boolean inbound() {
            return "inbound".equals(direction);
        }

        public @Nullable Instant sentAt() {
            return dateSent == null
                    ? null
                    : ZonedDateTime.parse(dateSent, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        }

        /** Keeps numbers and words out of logs. */
        @Override
        public String toString() {
            return "Message[" + sid + "]";
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MessagePage(
            @Nullable List<Message> messages,
            @Nullable @JsonProperty("next_page_uri") String nextPageUri) {}

    /** The provider did not give what was asked for; asking again later may help. */
    public static class Unavailable extends RuntimeException {
        Unavailable(String reason) {
            super(reason);
        }
    }

    public boolean isConfigured() {
        return properties.accountSid() != null && properties.authToken() != null;
    }

    public static boolean isRecordingSid(String sid) {
        return RECORDING_SID.matcher(sid).matches();
    }

    /**
     * The sound of a call.
     *
     * @throws Unavailable if it is not there (yet), too large, or the provider is away
     */
    public byte[] recording(String sid) {
        if (!isRecordingSid(sid)) {
            throw new IllegalArgumentException("not the id of a recording");
        }
        try {
            var sound = client.get()
                    .uri(account()
                            .pathSegment("Recordings", sid + ".wav")
                            .build()
                            .toUri())
                    .headers(headers -> headers.setBasicAuth(sid(), token()))
                    .exchange((request, response) -> {
                        if (response.getStatusCode().value() != 200) {
                            throw new Unavailable("the provider answers " + response.getStatusCode());
                        }
                        return response.getBody().readNBytes(LARGEST_RECORDING + 1);
                    });
            if (sound == null || sound.length == 0 || sound.length > LARGEST_RECORDING) {
                throw new Unavailable("the recording is empty or larger than " + LARGEST_RECORDING + " bytes");
            }
            return sound;
        } catch (RestClientException away) {
            throw new Unavailable("the provider is away: " + away.getClass().getSimpleName());
        }
    }

    /**
     * The messages that came in since a day (UTC), as the provider knows them.
     *
     * @throws Unavailable if the provider is away
     */
    public List<Message> messagesSince(LocalDate day) {
        var found = new ArrayList<Message>();
        URI next = account()
                .pathSegment("Messages.json")
                .queryParam("DateSent>", day)
                .queryParam("PageSize", PAGE_SIZE)
                .build()
                .encode()
                .toUri();
        for (int page = 0; page < MOST_PAGES && next != null; page++) {
            var read = page(next);
            if (read.messages() != null) {
                read.messages().stream().filter(Message::inbound).forEach(found::add);
            }
            next = sameHost(read.nextPageUri());
        }
        return found;
    }

    private MessagePage page(URI uri) {
        try {
            var page = client.get()
                    .uri(uri)
                    .headers(headers -> headers.setBasicAuth(sid(), token()))
                    .retrieve()
                    .body(MessagePage.class);
            if (page == null) {
                throw new Unavailable("the provider answered nothing");
            }
            return page;
        } catch (RestClientException away) {
            throw new Unavailable("the provider is away: " + away.getClass().getSimpleName());
        }
    }

    /** The next page, on our own host and below our own account, whatever the answer says. */
    private @Nullable URI sameHost(@Nullable String nextPageUri) {
        var own = account().pathSegment("Messages.json").build().toUri();
        if (nextPageUri == null || !nextPageUri.startsWith(own.getRawPath() + "?")) {
            return null;
        }
        return URI.create(own + nextPageUri.substring(own.getRawPath().length()));
    }

    private UriComponentsBuilder account() {
        return UriComponentsBuilder.fromUri(properties.apiBaseUrl()).pathSegment("2010-04-01", "Accounts", sid());
    }

    private String sid() {
        return String.valueOf(properties.accountSid());
    }

    private String token() {
        return String.valueOf(properties.authToken());
    }
}
