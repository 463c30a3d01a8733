package vn.congvu.intake.sms;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Which report a phone is writing on. Exchanged atomically, so that of several parts arriving together one starts the report and
 * the others join it.
 *
 * @param person keyed code of the phone
 * @param messageKey of the message that started the report
 */
@Document("sms_conversations")
@TypeAlias("sms-conversation")
record Conversation(@Id String person, String messageKey) {}
