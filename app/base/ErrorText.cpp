#include "base/ErrorText.h"

#include <QCoreApplication>

namespace ponder {

namespace {

class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static ErrorDescription describe(const Error &error, const QString &provider)
    {
        const QString name = provider.isEmpty() ? tr("The provider") : provider;
        switch (error.kind) {
        case ErrorKind::Auth:
            return {tr("%1 did not accept the key").arg(name),
                    tr("Your message is kept. Check the key, or choose another provider.")};
        case ErrorKind::Balance:
            return {tr("Not enough credit for this request"),
                    tr("Your message is kept. Add credit at %1, or choose another provider.")
                        .arg(name)};
        case ErrorKind::Permission:
            return {tr("%1 does not allow this request").arg(name),
                    tr("Check what the account may use and whether it has credit left, or choose "
                       "another model.")};
        case ErrorKind::RateLimit:
            return {tr("Too many requests just now"),
                    tr("Wait a moment and try again, or choose another provider.")};
        case ErrorKind::ContextLength:
            return {tr("This chat is longer than the model can read"),
                    tr("Start a new chat, shorten the message, or choose a model with a larger "
                       "context.")};
        case ErrorKind::BadRequest:
            return {tr("%1 did not accept the request").arg(name),
                    tr("Set the parameter it names back to Default in Settings, Sampling, and try "
                       "again.")};
        case ErrorKind::NotFound:
            return {
                tr("%1 does not know this model or address").arg(name),
                tr("Choose a model from the provider's list, or check the base URL in Settings.")};
        case ErrorKind::Moderation:
            return {tr("%1 blocked this content").arg(name),
                    tr("Change the wording of the message and try again.")};
        case ErrorKind::TooLarge:
            return {tr("The message is too large for %1").arg(name),
                    tr("Shorten the message or remove an attachment, and try again.")};
        case ErrorKind::Server:
            return {tr("%1 has a problem just now").arg(name),
                    tr("Your message is kept. Try again in a moment, or choose another provider.")};
        case ErrorKind::Overloaded:
            return {tr("%1 is busy just now").arg(name),
                    tr("Your message is kept. Try again in a moment, or choose another provider.")};
        case ErrorKind::Network:
            return {tr("The connection was lost"),
                    tr("Everything that arrived is saved. Check the network and try again.")};
        case ErrorKind::NotRunning:
            return {tr("%1 is not running").arg(name),
                    tr("Start it on this computer and try again, or check the base URL in "
                       "Settings.")};
        case ErrorKind::Timeout:
            return {tr("%1 sent nothing for too long").arg(name),
                    tr("Everything that arrived is saved. Try again, or allow a longer silence in "
                       "the provider's settings.")};
        case ErrorKind::Tls:
            return {tr("The secure connection to %1 could not be verified").arg(name),
                    tr("Check the date of this computer and its certificates, or add the "
                       "provider's CA certificate in Settings.")};
        case ErrorKind::Protocol:
            return {tr("%1 sent something that is not an answer").arg(name),
                    tr("Check that the base URL in Settings is that of an OpenAI-compatible API.")};
        case ErrorKind::NoKey:
            return {tr("There is no key for %1 yet").arg(name),
                    tr("Add the key in Settings, Providers, or choose another provider.")};
        case ErrorKind::Keychain:
            return {tr("The system keychain is not available"),
                    tr("Unlock it and try again, or use a key for this session only. The key is "
                       "not stored anywhere else.")};
        case ErrorKind::Document:
            return {tr("The file could not be read"),
                    tr("Check that it opens in another program, and try again.")};
        case ErrorKind::Usage:
            return {tr("This value cannot be used"), tr("Change it as described, and try again.")};
        case ErrorKind::Storage:
            return {tr("The conversation could not be saved"),
                    tr("The text stays in this window. Free some disk space or check the folder's "
                       "permissions; saving is tried again by itself.")};
        }
        return {};
    }
};

} // namespace

ErrorDescription describeError(const Error &error, const QString &provider)
{
    return ErrorText::describe(error, provider);
}

} // namespace ponder
