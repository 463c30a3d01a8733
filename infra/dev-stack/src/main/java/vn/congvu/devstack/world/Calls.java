package vn.congvu.devstack.world;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.world.Phones.Call;
import vn.congvu.devstack.world.Provider.Recording;
import vn.congvu.devstack.world.Twiml.Verb;

/** Calls to the hotline: rings at the suite's voice webhook and does what its TwiML says. */
final class Calls {
    private static final int MOST_DOCUMENTS = 20;

    private final String hotline;
    private final String gatewayUrl;
    private final TwilioAccount account;
    private final String providerUrl;
    private final Phones phones;
    private final Provider provider;
    private final Webhooks webhooks;
    private final WorldClock clock;

    Calls(
            String hotline,
            String gatewayUrl,
            TwilioAccount account,
            String providerUrl,
            Phones phones,
            Provider provider,
            Webhooks webhooks,
            WorldClock clock) {
        this.hotline = hotline;
        this.gatewayUrl = gatewayUrl;
        this.account = account;
        this.providerUrl = providerUrl;
        this.phones = phones;
        this.provider = provider;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** The whole call, until one side hangs up. */
    Call call(String from, String spoken, byte @Nullable [] audio) {
        var line = new OpenLine(PhoneNumber.international(from), spoken, audio);
        line.follow(URI.create(gatewayUrl + "/webhooks/twilio/voice"), Map.of("CallStatus", "ringing"));
        var call = new Call(
                line.sid,
                hotline,
                List.copyOf(line.heard),
                spoken,
                line.recording == null ? null : line.recording.sid(),
                clock.now().toOffsetDateTime());
        phones.called(line.caller, call);
        return call;
    }

    /** One call while it lasts. */
    private final class OpenLine {
        private final String sid = Sids.call();
        private final String caller;
        private final String spoken;
        private final byte @Nullable [] audio;
        private final List<String> heard = new ArrayList<>();
        private @Nullable Recording recording;
        private int documents;

        OpenLine(String caller, String spoken, byte @Nullable [] audio) {
            this.caller = caller;
            this.spoken = spoken;
            this.audio = audio;
        }

        void follow(URI url, Map<String, String> more) {
            if (documents++ == MOST_DOCUMENTS) {
                throw Refused.badRequest("Cuộc gọi đi vòng. The suite's TwiML leads the call in circles.");
            }
            var request = webhooks.twilio(url, fields(more));
            switch (webhooks.attempt(request)) {
                case Webhooks.Answered(var body) -> obey(url, Twiml.parse(body));
                case Webhooks.Away(var reason) -> {
                    webhooks.trouble(request, reason);
                    throw Refused.badRequest("Không ai trả lời. The suite does not answer the call: " + reason);
                }
                case Webhooks.Declined(var status, var body) -> {
                    webhooks.trouble(request, "it refused with " + status + " " + body);
                    throw Refused.badRequest("Cuộc gọi bị từ chối. The suite refuses the call with " + status);
                }
            }
        }

        /** Record, Redirect and Hangup end a document: what stands behind them is not reached. */
        private void obey(URI document, List<Verb> verbs) {
            for (var verb : verbs) {
                switch (verb.name()) {
                    case "Say" -> heard.add(verb.text());
                    case "Record" -> {
                        if (recording != null) {
                            // nothing more is said: the provider goes on with the next verb
                            continue;
                        }
                        if (spoken.isBlank() && audio == null) {
                            reportSilence(document, verb);
                            continue;
                        }
                        leaveRecording(document, verb);
                        return;
                    }
                    case "Redirect" -> {
                        follow(document.resolve(verb.text()), Map.of("CallStatus", "in-progress"));
                        return;
                    }
                    case "Hangup" -> {
                        return;
                    }
                    default -> {
                        // Play, Pause, Gather: nothing that a phone of this world could do
                    }
                }
            }
        }

        private void reportSilence(URI document, Verb verb) {
            var callback = verb.attribute("recordingStatusCallback");
            if (!callback.isEmpty()
                    && verb.attribute("recordingStatusCallbackEvents").contains("absent")) {
                var status = Map.of("CallStatus", "completed", "RecordingStatus", "absent");
                webhooks.deliverInBackground(webhooks.twilio(document.resolve(callback), fields(status)));
            }
        }

        private void leaveRecording(URI document, Verb verb) {
            var left = provider.record(sid, spoken, audio);
            recording = left;
            var about = new LinkedHashMap<String, String>();
            about.put("CallStatus", "in-progress");
            about.put("RecordingSid", left.sid());
            about.put("RecordingUrl", providerUrl + ProviderApi.accountPath(account) + "/Recordings/" + left.sid());
            about.put("RecordingDuration", Integer.toString(Sound.seconds(spoken)));
            var callback = verb.attribute("recordingStatusCallback");
            if (!callback.isEmpty()) {
                var status = new LinkedHashMap<>(about);
                status.put("CallStatus", "completed");
                status.put("RecordingStatus", "completed");
                status.put("RecordingChannels", "1");
                status.put("RecordingSource", "RecordVerb");
                status.put("RecordingStartTime", ProviderApi.rfc2822(left.createdAt()));
                webhooks.deliverInBackground(webhooks.twilio(document.resolve(callback), fields(status)));
            }
            // without an action the provider asks the same document again
            var action = verb.attribute("action");
            about.put("Digits", "hangup");
            follow(action.isEmpty() ? document : document.resolve(action), about);
        }

        private Map<String, String> fields(Map<String, String> more) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("CallSid", sid);
            fields.put("AccountSid", account.sid());
            fields.put("From", caller);
            fields.put("To", hotline);
            fields.put("Caller", caller);
            fields.put("Called", hotline);
            fields.put("Direction", "inbound");
            fields.put("ApiVersion", "2010-04-01");
            fields.putAll(more);
            return fields;
        }
    }
}
