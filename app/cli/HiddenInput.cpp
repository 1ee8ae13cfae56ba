#include "cli/HiddenInput.h"

#include <array>
#include <csignal>

#include <termios.h>
#include <unistd.h>

namespace ponder::cli {

namespace {

constexpr std::array<int, 3> kSignals{SIGINT, SIGTERM, SIGHUP};

// A signal handler reaches only what is global.
int hiddenDescriptor = -1;
termios shownState{};
std::array<struct sigaction, kSignals.size()> earlierActions{};

extern "C" void showAgainAndExit(int signal)
{
    ::tcsetattr(hiddenDescriptor, TCSANOW, &shownState);
    ::_exit(128 + signal);
}

} // namespace

HiddenInput::HiddenInput(int descriptor)
{
    if (::isatty(descriptor) != 1 || ::tcgetattr(descriptor, &shownState) != 0)
        return;
    m_active = true;
    hiddenDescriptor = descriptor;
    struct sigaction action = {};
    action.sa_handler = showAgainAndExit;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &action, &earlierActions[i]);
    termios hidden = shownState;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(descriptor, TCSAFLUSH, &hidden);
}

HiddenInput::~HiddenInput()
{
    if (!m_active)
        return;
    ::tcsetattr(hiddenDescriptor, TCSANOW, &shownState);
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &earlierActions[i], nullptr);
    hiddenDescriptor = -1;
}

} // namespace ponder::cli
