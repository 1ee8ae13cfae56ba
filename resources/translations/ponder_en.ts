<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ContextMeter</name>
    <message numerus="yes">
        <source>About %Ln tokens. This provider does not say how many the model reads.</source>
        <translation>
            <numerusform>About %Ln token. This provider does not say how many the model reads.</numerusform>
            <numerusform>About %Ln tokens. This provider does not say how many the model reads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkFailure</name>
    <message numerus="yes">
        <source>No connection to %1 within %n seconds.</source>
        <translation>
            <numerusform>No connection to %1 within %n second.</numerusform>
            <numerusform>No connection to %1 within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent nothing for %n seconds.</source>
        <translation>
            <numerusform>%1 sent nothing for %n second.</numerusform>
            <numerusform>%1 sent nothing for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterTable</name>
    <message numerus="yes">
        <source>%1 can have at most %n entries.</source>
        <translation>
            <numerusform>%1 can have at most %n entry.</numerusform>
            <numerusform>%1 can have at most %n entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProviderModels</name>
    <message numerus="yes">
        <source>Filter %n model(s)</source>
        <translation>
            <numerusform>Filter %n model</numerusform>
            <numerusform>Filter %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableRow</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message numerus="yes">
        <source>≈ %1 tokens</source>
        <translation>
            <numerusform>≈ %1 token</numerusform>
            <numerusform>≈ %1 tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tokens</source>
        <translation>
            <numerusform>%1 token</numerusform>
            <numerusform>%1 tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponder::ProviderListModel</name>
    <message numerus="yes">
        <source>%1 · %n model(s)</source>
        <translation>
            <numerusform>%1 · %n model</numerusform>
            <numerusform>%1 · %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connected · %n model(s) on</source>
        <translation>
            <numerusform>Connected · %n model on</numerusform>
            <numerusform>Connected · %n models on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key stored · %n model(s) on</source>
        <translation>
            <numerusform>Key stored · %n model on</numerusform>
            <numerusform>Key stored · %n models on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No key needed · %n model(s) on</source>
        <translation>
            <numerusform>No key needed · %n model on</numerusform>
            <numerusform>No key needed · %n models on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponder::ProvidersController</name>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found at %1 · %n model(s)</source>
        <translation>
            <numerusform>Found at %1 · %n model</numerusform>
            <numerusform>Found at %1 · %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponder::RequestPreview</name>
    <message numerus="yes">
        <source>[ %n message(s) ]</source>
        <translation>
            <numerusform>[ %n message ]</numerusform>
            <numerusform>[ %n messages ]</numerusform>
        </translation>
    </message>
</context>
</TS>
