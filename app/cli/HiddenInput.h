#pragma once

namespace ponder::cli {

/// Turns the echo of a terminal off while it lives, so that a key that is typed is not seen. Turns
/// it on again even when a signal ends the program in between. One at a time.
class HiddenInput
{
public:
    explicit HiddenInput(int descriptor);
    ~HiddenInput();
    HiddenInput(const HiddenInput &) = delete;
    HiddenInput &operator=(const HiddenInput &) = delete;

    [[nodiscard]] bool isTerminal() const { return m_active; }

private:
    bool m_active = false;
};

} // namespace ponder::cli
