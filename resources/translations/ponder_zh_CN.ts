<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>public domain</source>
        <translation>公有领域</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>MIT: free to use, change and share</source>
        <translation>MIT：可自由使用、修改和分享</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的组件</translation>
    </message>
</context>
<context>
    <name>Alert</name>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Tip</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>小心</translation>
    </message>
</context>
<context>
    <name>AnswerText</name>
    <message>
        <source>What was printed so far was reasoning.</source>
        <translation>以上输出的内容是思考过程。</translation>
    </message>
    <message>
        <source>The model calls %1(%2)</source>
        <translation>模型调用 %1(%2)</translation>
    </message>
    <message>
        <source>The answer was cut at the token limit.</source>
        <translation>回答达到词元上限，已截断。</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter ended the answer.</source>
        <translation>服务商的内容过滤中止了回答。</translation>
    </message>
    <message>
        <source>The answer was interrupted.</source>
        <translation>回答已中断。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
</context>
<context>
    <name>AsWrittenNote</name>
    <message>
        <source>This text is too long or has too much markup to format all of it: the rest is shown as it was written.</source>
        <translation>这段文字太长或标记太多，无法全部排版：其余部分按原样显示。</translation>
    </message>
</context>
<context>
    <name>AskText</name>
    <message>
        <source>--base-url must be an address like https://example.com/v1, not “%1”.</source>
        <translation>--base-url 须为类似 https://example.com/v1 的地址，不能是“%1”。</translation>
    </message>
    <message>
        <source>--base-url must not contain a user name or password; set PONDER_API_KEY instead.</source>
        <translation>--base-url 不能包含用户名或密码；请改用 PONDER_API_KEY。</translation>
    </message>
    <message>
        <source>--timeout must be a number of seconds above 0 and at most %1.</source>
        <translation>--timeout 须为大于 0 且不超过 %1 的秒数。</translation>
    </message>
    <message>
        <source>--context must be a whole number of tokens above 0.</source>
        <translation>--context 须为大于 0 的整数词元数。</translation>
    </message>
    <message>
        <source>--set must be NAME=VALUE, not “%1”.</source>
        <translation>--set 须为 NAME=VALUE，不能是“%1”。</translation>
    </message>
    <message>
        <source>--conversation needs the ID of a conversation. `ponder list` shows them.</source>
        <translation>--conversation 后面须为对话的 ID。`ponder list` 会列出对话。</translation>
    </message>
    <message>
        <source>`ponder ask` takes one PROMPT in quotes, or - to read it from standard input.</source>
        <translation>`ponder ask` 后面须为一个加引号的 PROMPT，或用 - 从标准输入读取。</translation>
    </message>
</context>
<context>
    <name>BannerRow</name>
    <message>
        <source>Update key</source>
        <translation>更新密钥</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>Switch provider</source>
        <translation>更换服务商</translation>
    </message>
    <message>
        <source>Open billing page</source>
        <translation>打开充值页面</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续生成</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Use a key for this session</source>
        <translation>仅本次使用密钥</translation>
    </message>
</context>
<context>
    <name>BiasEditor</name>
    <message>
        <source>Token ID</source>
        <translation>词元 ID</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add this token</source>
        <translation>添加此词元</translation>
    </message>
</context>
<context>
    <name>BooleanEditor</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>BranchSwitch</name>
    <message>
        <source>Previous branch</source>
        <translation>上一分支</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next branch</source>
        <translation>下一分支</translation>
    </message>
</context>
<context>
    <name>ChatHeader</name>
    <message>
        <source>Show sidebar</source>
        <translation>显示侧栏</translation>
    </message>
    <message>
        <source>Ctrl B</source>
        <translation>Ctrl B</translation>
    </message>
    <message>
        <source>Recorded answers</source>
        <translation>预先录制的回答</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Options for %1</source>
        <translation>%1 的选项</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Find in chat</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Ctrl F</source>
        <translation>Ctrl F</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>CodeButtons</name>
    <message>
        <source>Wrap lines</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>保存为文件…</translation>
    </message>
</context>
<context>
    <name>CodeRow</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code, %1</source>
        <translation>代码，%1</translation>
    </message>
    <message>
        <source>Mermaid · diagrams are not drawn, this is the source</source>
        <translation>Mermaid · 不绘制图表，此处为源代码</translation>
    </message>
    <message>
        <source>This code is very long: only its beginning is shown. Copying and saving take all of it.</source>
        <translation>这段代码很长，只显示开头部分；复制和保存时包含全部内容。</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Write your next message while you wait</source>
        <translation>可以先写下一条，回答结束后再发送</translation>
    </message>
    <message>
        <source>Ask a question or paste code</source>
        <translation>输入问题或粘贴代码</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>发消息给 %1</translation>
    </message>
</context>
<context>
    <name>ComposerField</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>ConnectProvider</name>
    <message>
        <source>Connect a provider</source>
        <translation>连接服务商</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>Your key goes to the system keychain, and only to that provider.</source>
        <translation>密钥存入系统钥匙串，并且只发送给该服务商。</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>About %L1 of %L2 tokens. When it is full, the model cannot read the oldest messages.</source>
        <translation>约 %L1 / %L2 词元。用满后，模型读不到最早的消息。</translation>
    </message>
    <message>
        <source>Context used</source>
        <translation>上下文用量</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln tokens. This provider does not say how many the model reads.</source>
        <translation>
            <numerusform>约 %Ln 词元。此服务商未说明模型可读多少。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationGroups</name>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>过去 30 天</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>The heading of the chats of one month of another year, as a Qt date format.</extracomment>
        <translation>yyyy 年 M 月</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>ConversationRow</name>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>有新回答</translation>
    </message>
    <message>
        <source>Options for %1</source>
        <translation>%1 的选项</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>CopyIconButton</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DemoCard</name>
    <message>
        <source>Try the demo without a key</source>
        <translation>无需密钥，先看演示</translation>
    </message>
    <message>
        <source>Plays back recorded answers. Nothing leaves this computer.</source>
        <translation>播放预先录制的回答。内容不会离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>DetailsLink</name>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>EffortChip</name>
    <message>
        <source>Thinking effort</source>
        <translation>思考强度</translation>
    </message>
</context>
<context>
    <name>EffortMenu</name>
    <message>
        <source>Thinking effort</source>
        <translation>思考强度</translation>
    </message>
</context>
<context>
    <name>Endpoint</name>
    <message>
        <source>The base URL must begin with http:// or https:// and name a server.</source>
        <translation>接口地址须以 http:// 或 https:// 开头，并包含服务器名。</translation>
    </message>
    <message>
        <source>The base URL must not contain a name or password.</source>
        <translation>接口地址不能包含用户名或密码。</translation>
    </message>
    <message>
        <source>The base URL must not contain “#”.</source>
        <translation>接口地址不能包含“#”。</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>%1 did not accept the key</source>
        <translation>%1 未接受此密钥</translation>
    </message>
    <message>
        <source>Your message is kept. Check the key, or choose another provider.</source>
        <translation>消息已保留。请检查密钥，或选择其他服务商。</translation>
    </message>
    <message>
        <source>Not enough credit for this request</source>
        <translation>余额不足以完成这次请求</translation>
    </message>
    <message>
        <source>Your message is kept. Add credit at %1, or choose another provider.</source>
        <translation>消息已保留。请在 %1 充值，或选择其他服务商。</translation>
    </message>
    <message>
        <source>%1 does not allow this request</source>
        <translation>%1 不允许此请求</translation>
    </message>
    <message>
        <source>Check what the account may use and whether it has credit left, or choose another model.</source>
        <translation>请检查账户的权限和余额，或选择其他模型。</translation>
    </message>
    <message>
        <source>Too many requests just now</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>Wait a moment and try again, or choose another provider.</source>
        <translation>请稍后重试，或选择其他服务商。</translation>
    </message>
    <message>
        <source>This chat is longer than the model can read</source>
        <translation>对话超出模型可读长度</translation>
    </message>
    <message>
        <source>Start a new chat, shorten the message, or choose a model with a larger context.</source>
        <translation>请开始新对话、缩短消息，或选择上下文更长的模型。</translation>
    </message>
    <message>
        <source>%1 did not accept the request</source>
        <translation>%1 未接受此请求</translation>
    </message>
    <message>
        <source>Set the parameter it names back to Default in Settings, Sampling, and try again.</source>
        <translation>请在“设置 - 采样”中将它提到的参数改回“默认”，然后重试。</translation>
    </message>
    <message>
        <source>%1 does not know this model or address</source>
        <translation>%1 没有此模型或地址</translation>
    </message>
    <message>
        <source>Choose a model from the provider&apos;s list, or check the base URL in Settings.</source>
        <translation>请从服务商的列表中选择模型，或在“设置”中检查接口地址。</translation>
    </message>
    <message>
        <source>%1 blocked this content</source>
        <translation>%1 拦截了此内容</translation>
    </message>
    <message>
        <source>Change the wording of the message and try again.</source>
        <translation>请修改消息的措辞后重试。</translation>
    </message>
    <message>
        <source>The message is too large for %1</source>
        <translation>消息超出 %1 允许的大小</translation>
    </message>
    <message>
        <source>Shorten the message or remove an attachment, and try again.</source>
        <translation>请缩短消息或移除附件，然后重试。</translation>
    </message>
    <message>
        <source>%1 has a problem just now</source>
        <translation>%1 暂时出现问题</translation>
    </message>
    <message>
        <source>Your message is kept. Try again in a moment, or choose another provider.</source>
        <translation>消息已保留。请稍后重试，或选择其他服务商。</translation>
    </message>
    <message>
        <source>%1 is busy just now</source>
        <translation>%1 正忙</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>连接已中断</translation>
    </message>
    <message>
        <source>Everything that arrived is saved. Check the network and try again.</source>
        <translation>收到的内容都已保存。请检查网络后重试。</translation>
    </message>
    <message>
        <source>%1 sent nothing for too long</source>
        <translation>%1 太久没有发来内容</translation>
    </message>
    <message>
        <source>Everything that arrived is saved. Try again, or allow a longer silence in the provider&apos;s settings.</source>
        <translation>收到的内容都已保存。请重试，或在服务商设置中允许更长的等待时间。</translation>
    </message>
    <message>
        <source>The secure connection to %1 could not be verified</source>
        <translation>无法验证与 %1 的安全连接</translation>
    </message>
    <message>
        <source>Check the date of this computer and its certificates, or add the provider&apos;s CA certificate in Settings.</source>
        <translation>请检查这台电脑的日期和证书，或在“设置”中添加服务商的 CA 证书。</translation>
    </message>
    <message>
        <source>%1 sent something that is not an answer</source>
        <translation>%1 发来的内容不是回答</translation>
    </message>
    <message>
        <source>Check that the base URL in Settings is that of an OpenAI-compatible API.</source>
        <translation>请检查“设置”中的接口地址是否与 OpenAI 接口兼容。</translation>
    </message>
    <message>
        <source>There is no key for %1 yet</source>
        <translation>还没有 %1 的密钥</translation>
    </message>
    <message>
        <source>Add the key in Settings, Providers, or choose another provider.</source>
        <translation>请在“设置 - 服务商”中添加密钥，或选择其他服务商。</translation>
    </message>
    <message>
        <source>The system keychain is not available</source>
        <translation>系统钥匙串不可用</translation>
    </message>
    <message>
        <source>Unlock it and try again, or use a key for this session only. The key is not stored anywhere else.</source>
        <translation>请解锁后重试，或仅在本次使用密钥。密钥不会存到其他地方。</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>无法读取文件</translation>
    </message>
    <message>
        <source>Check that it opens in another program, and try again.</source>
        <translation>请确认其他程序可以打开它，然后重试。</translation>
    </message>
    <message>
        <source>This value cannot be used</source>
        <translation>不能使用此值</translation>
    </message>
    <message>
        <source>Change it as described, and try again.</source>
        <translation>请按说明修改后重试。</translation>
    </message>
    <message>
        <source>The conversation could not be saved</source>
        <translation>无法保存对话</translation>
    </message>
    <message>
        <source>The text stays in this window. Free some disk space or check the folder&apos;s permissions; saving is tried again by itself.</source>
        <translation>文字保留在此窗口中。请腾出一些磁盘空间，或检查文件夹的权限；程序会自动再次保存。</translation>
    </message>
    <message>
        <source>%1 is not running</source>
        <translation>%1 没有运行</translation>
    </message>
    <message>
        <source>Start it on this computer and try again, or check the base URL in Settings.</source>
        <translation>请在本机启动它后重试，或在“设置”中检查接口地址。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Untitled chat</source>
        <translation>未命名对话</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Tool call: %1</source>
        <translation>调用工具：%1</translation>
    </message>
    <message>
        <source>The tool failed:</source>
        <translation>工具出错：</translation>
    </message>
    <message>
        <source>Result of the tool:</source>
        <translation>工具的结果：</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考过程</translation>
    </message>
    <message>
        <source>Thought for %1 s</source>
        <translation>思考了 %1 秒</translation>
    </message>
    <message>
        <source>Thought for %1 min %2 s</source>
        <translation>思考了 %1 分 %2 秒</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Chats cannot be exported as “%1”. Choose md or json.</source>
        <translation>对话不能导出为“%1”。请选择 md 或 json。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in chat</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一个匹配</translation>
    </message>
    <message>
        <source>Shift F3</source>
        <translation>Shift F3</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一个匹配</translation>
    </message>
    <message>
        <source>F3</source>
        <translation>F3</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>FirstRunIntro</name>
    <message>
        <source>Welcome to Ponder</source>
        <translation>欢迎使用 Ponder</translation>
    </message>
    <message>
        <source>Choose how to reach a model. You can add more at any time in Settings.</source>
        <translation>选择如何连接模型。之后可以随时在“设置”中添加。</translation>
    </message>
</context>
<context>
    <name>FirstRunKey</name>
    <message>
        <source>A key is stored. Type another to replace it.</source>
        <translation>已存有密钥。输入新的密钥即可替换。</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>%1 的 API 密钥</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Continue anyway</source>
        <translation>仍然继续</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Use it for this session</source>
        <translation>仅本次使用</translation>
    </message>
    <message>
        <source>Check the key and the connection, or choose another provider.</source>
        <translation>请检查密钥和网络连接，或选择其他服务商。</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Welcome to Ponder</source>
        <translation>欢迎使用 Ponder</translation>
    </message>
    <message>
        <source>No key yet?</source>
        <translation>还没有密钥？</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Show all %1 lines</source>
        <translation>显示全部 %1 行</translation>
    </message>
    <message>
        <source>Show the first %1 of %2 lines</source>
        <translation>显示前 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>Show only the beginning</source>
        <translation>只显示开头</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>FooterRow</name>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
</context>
<context>
    <name>FormatEditor</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON schema</source>
        <translation>JSON Schema</translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Answers are set in this size.</source>
        <translation>回答以此大小显示。</translation>
    </message>
    <message>
        <source>Show thinking</source>
        <translation>显示思考过程</translation>
    </message>
    <message>
        <source>While it runs</source>
        <translation>思考时</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Model of new chats</source>
        <translation>新对话的模型</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>没有淡入淡出和滑动。</translation>
    </message>
    <message>
        <source>Increase contrast</source>
        <translation>提高对比度</translation>
    </message>
    <message>
        <source>Fields and lines get darker edges.</source>
        <translation>输入框和线条的边缘更深。</translation>
    </message>
    <message>
        <source>Draw with</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>From the next start on.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>处理器</translation>
    </message>
</context>
<context>
    <name>ImageRow</name>
    <message>
        <source>The picture could not be loaded</source>
        <translation>无法载入图片</translation>
    </message>
    <message>
        <source>Picture on %1</source>
        <translation>%1 上的图片</translation>
    </message>
    <message>
        <source>Picture in the answer</source>
        <translation>回答中的图片</translation>
    </message>
    <message>
        <source>Load picture</source>
        <translation>载入图片</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>自定</translation>
    </message>
</context>
<context>
    <name>JumpPill</name>
    <message>
        <source>Jump to latest</source>
        <translation>回到最新</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>There is no key. Paste the key and try again.</source>
        <translation>没有密钥。请粘贴密钥后重试。</translation>
    </message>
    <message>
        <source>A key is one word without blanks or line breaks. Copy it again from the provider&apos;s page, only the key itself.</source>
        <translation>密钥是一串不含空格和换行的字符。请从服务商的页面重新复制，只复制密钥本身。</translation>
    </message>
    <message>
        <source>A key has only Latin letters, digits and signs. Copy it again from the provider&apos;s page, only the key itself.</source>
        <translation>密钥只含拉丁字母、数字和符号。请从服务商的页面重新复制，只复制密钥本身。</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>LinkQuestion</name>
    <message>
        <source>Open %1?</source>
        <translation>打开 %1？</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ListEditor</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>ListMarker</name>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
</context>
<context>
    <name>LocalModels</name>
    <message>
        <source>Use a local model</source>
        <translation>使用本地模型</translation>
    </message>
    <message>
        <source>Looking for local servers</source>
        <translation>正在查找本地服务</translation>
    </message>
    <message>
        <source>No local server is known</source>
        <translation>没有已知的本地服务</translation>
    </message>
</context>
<context>
    <name>LocalServerRow</name>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查找</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 — Ponder</source>
        <translation>%1 — Ponder</translation>
    </message>
</context>
<context>
    <name>MathRow</name>
    <message>
        <source>Formula: %1</source>
        <translation>公式：%1</translation>
    </message>
    <message>
        <source>This formula cannot be set: %1</source>
        <translation>无法排版此公式：%1</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>ModelMenu</name>
    <message>
        <source>Search models</source>
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model can be used yet. Connect a provider first.</source>
        <translation>还没有可用的模型。请先连接服务商。</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的内容</translation>
    </message>
    <message>
        <source>Providers and models…</source>
        <translation>服务商和模型…</translation>
    </message>
</context>
<context>
    <name>ModelMenuRow</name>
    <message>
        <source>Needs a key</source>
        <translation>需要密钥</translation>
    </message>
</context>
<context>
    <name>NetworkFailure</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>There is no server named %1.</source>
        <translation>没有名为 %1 的服务器。</translation>
    </message>
    <message>
        <source>%1 refuses connections.</source>
        <translation>%1 拒绝连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection before the answer was complete.</source>
        <translation>%1 在回答结束前关闭了连接。</translation>
    </message>
    <message>
        <source>The proxy does not work: %1</source>
        <translation>代理不可用：%1</translation>
    </message>
    <message>
        <source>The connection to %1 failed: %2</source>
        <translation>与 %1 的连接失败：%2</translation>
    </message>
    <message>
        <source>%1 does not answer as an HTTP server does: %2</source>
        <translation>%1 的应答不是 HTTP：%2</translation>
    </message>
    <message numerus="yes">
        <source>No connection to %1 within %n seconds.</source>
        <translation>
            <numerusform>%n 秒内未能连接到 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 sent nothing for %n seconds.</source>
        <translation>
            <numerusform>%1 在 %n 秒内没有发来任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream from %1 ended early.</source>
        <translation>来自 %1 的数据流提前结束。</translation>
    </message>
    <message>
        <source>%1 redirects to %2. The key is not sent there; enter that address as the base URL if you trust it.</source>
        <translation>%1 重定向到 %2。密钥不会发送到那里；如果你信任该地址，请把它填为接口地址。</translation>
    </message>
    <message>
        <source>%1 answered with the unexpected status %2.</source>
        <translation>%1 返回了意外的状态 %2。</translation>
    </message>
    <message>
        <source>%1 sent more data than an answer can have.</source>
        <translation>%1 发来的数据超出回答可有的长度。</translation>
    </message>
    <message>
        <source>There is no certificate that can be read in %1.</source>
        <translation>%1 中没有可以读取的证书。</translation>
    </message>
    <message>
        <source>The key contains characters that no key has. Enter it again.</source>
        <translation>密钥中有不该出现的字符。请重新输入。</translation>
    </message>
    <message>
        <source>No key is stored for %1.</source>
        <translation>没有存储 %1 的密钥。</translation>
    </message>
    <message>
        <source>Nothing listens at %1.</source>
        <translation>%1 上没有服务在监听。</translation>
    </message>
</context>
<context>
    <name>NewChatPane</name>
    <message>
        <source>What shall we think through?</source>
        <translation>想一起思考什么？</translation>
    </message>
    <message>
        <source>Check a proof or a calculation</source>
        <translation>检查证明或计算</translation>
    </message>
    <message>
        <source>Formulas may be typed in LaTeX</source>
        <translation>公式可以用 LaTeX 输入</translation>
    </message>
    <message>
        <source>Check this step by step and point out the first mistake, if there is one:

</source>
        <translation>请逐步检查下面的内容，如有错误，指出第一处：

</translation>
    </message>
    <message>
        <source>Find the bug in some code</source>
        <translation>找出代码中的错误</translation>
    </message>
    <message>
        <source>Paste it below the question</source>
        <translation>把代码粘贴在问题下面</translation>
    </message>
    <message>
        <source>Here is code that does not do what I expect. Explain why, then show the smallest fix.

Expected: 
Instead: 

</source>
        <translation>下面的代码与我预期的不同。请解释原因，再给出最小的修改。

预期：
实际：

</translation>
    </message>
    <message>
        <source>Weigh up a decision</source>
        <translation>权衡一个决定</translation>
    </message>
    <message>
        <source>Both sides, then a recommendation</source>
        <translation>先列两面，再给建议</translation>
    </message>
    <message>
        <source>Help me decide. Give the strongest case for each option, say what would change your mind, then recommend one.

The options: </source>
        <translation>帮我做决定。请为每个选项给出最有力的理由，说明什么会改变你的看法，再推荐一个。

选项：</translation>
    </message>
    <message>
        <source>This is the demo: answers are recorded, whatever you ask. Nothing leaves this computer.</source>
        <translation>这是演示：无论问什么，回答都是预先录制的。内容不会离开这台电脑。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>PTextField</name>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>ParameterRow</name>
    <message>
        <source>Up to %1.</source>
        <translation>最多 %1 个。</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>自定</translation>
    </message>
</context>
<context>
    <name>ParameterTable</name>
    <message>
        <source>en</source>
        <comment>language code</comment>
        <extracomment>The code of the interface language: &quot;en&quot; or &quot;zh&quot;. Decides the names inside other sentences.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>%1 must be above %2 and at most %3.</source>
        <translation>%1 须大于 %2 且不超过 %3。</translation>
    </message>
    <message>
        <source>Every value of %1 must be between %2 and %3.</source>
        <translation>%1 的每个值须在 %2 和 %3 之间。</translation>
    </message>
    <message>
        <source>%1 must be between %2 and %3.</source>
        <translation>%1 须在 %2 和 %3 之间。</translation>
    </message>
    <message>
        <source>%1 must be above %2.</source>
        <translation>%1 须大于 %2。</translation>
    </message>
    <message>
        <source>%1 must be at least %2.</source>
        <translation>%1 不能小于 %2。</translation>
    </message>
    <message>
        <source>%1 must be at most %2.</source>
        <translation>%1 不能大于 %2。</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 须为数字。</translation>
    </message>
    <message>
        <source>%1 must be a whole number.</source>
        <translation>%1 须为整数。</translation>
    </message>
    <message>
        <source>%1 must be true or false.</source>
        <translation>%1 须为 true 或 false。</translation>
    </message>
    <message>
        <source>%1 must be one of: %2.</source>
        <translation>%1 须为以下之一：%2。</translation>
    </message>
    <message>
        <source>%1 must be a list of texts that are not empty.</source>
        <translation>%1 须为非空文本的列表。</translation>
    </message>
    <message>
        <source>%1 must be a JSON object of numbers.</source>
        <translation>%1 须为值是数字的 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 must be a JSON object.</source>
        <translation>%1 须为 JSON 对象。</translation>
    </message>
    <message>
        <source>%1 must be a JSON list of objects.</source>
        <translation>%1 须为对象的 JSON 列表。</translation>
    </message>
    <message>
        <source>%1 must be a JSON object or one of: %2.</source>
        <translation>%1 须为 JSON 对象或以下之一：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1 can have at most %n entries.</source>
        <translation>
            <numerusform>%1 最多可有 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no request parameter named “%1”.</source>
        <translation>没有名为“%1”的请求参数。</translation>
    </message>
    <message>
        <source>%1 needs %2 to be on.</source>
        <translation>%1 需要先打开 %2。</translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>This must be a JSON object.</source>
        <translation>须为 JSON 对象。</translation>
    </message>
    <message>
        <source>Line %1 is not valid JSON.</source>
        <translation>第 %1 行不是有效的 JSON。</translation>
    </message>
</context>
<context>
    <name>PrivacySection</name>
    <message>
        <source>Privacy &amp; data</source>
        <translation>隐私与数据</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>In memory, until Ponder is closed. This computer has no keychain that can be used.</source>
        <translation>在内存中，到 Ponder 关闭为止。这台电脑没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>In the system keychain. They are in no file, log or export of Ponder.</source>
        <translation>在系统钥匙串中。Ponder 的任何文件、日志和导出内容中都没有密钥。</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>Your messages go to the provider you chose for that chat, and nowhere else. Ponder collects nothing, calls no server of its own, and does not load pictures of an answer before you click them.</source>
        <translation>消息只发送给你为该对话选择的服务商。Ponder 不收集任何信息，没有自己的服务器；回答中的图片在你点击之前不会载入。</translation>
    </message>
</context>
<context>
    <name>PromptEditor</name>
    <message>
        <source>Edit message</source>
        <translation>编辑消息</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>ProviderAdd</name>
    <message>
        <source>Add a provider</source>
        <translation>添加服务商</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Any server that speaks the OpenAI API. Ponder adds /chat/completions.</source>
        <translation>任何与 OpenAI 接口兼容的服务。Ponder 会加上 /chat/completions。</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>需要密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>ProviderAdvanced</name>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>自定地址</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>CA certificate</source>
        <translation>CA 证书</translation>
    </message>
    <message>
        <source>System store</source>
        <translation>系统证书</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Longest time to connect</source>
        <translation>最长连接时间</translation>
    </message>
    <message>
        <source>No data for</source>
        <translation>无数据时间</translation>
    </message>
    <message>
        <source>Longest time without data</source>
        <translation>最长无数据时间</translation>
    </message>
    <message>
        <source>A reasoning model may send nothing for minutes while it thinks.</source>
        <translation>推理模型思考时可能几分钟不发送内容。</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>Needs a key</source>
        <translation>需要密钥</translation>
    </message>
</context>
<context>
    <name>ProviderDetail</name>
    <message>
        <source>Options for %1</source>
        <translation>%1 的选项</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>接口地址</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Plays back recorded answers. Nothing leaves this computer.</source>
        <translation>播放预先录制的回答。内容不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>移除密钥</translation>
    </message>
    <message>
        <source>Remove provider</source>
        <translation>移除服务商</translation>
    </message>
    <message>
        <source>Back to its own values</source>
        <translation>恢复原有的值</translation>
    </message>
</context>
<context>
    <name>ProviderHeaders</name>
    <message>
        <source>Header %1, name</source>
        <translation>请求头 %1 的名称</translation>
    </message>
    <message>
        <source>Header %1, value</source>
        <translation>请求头 %1 的值</translation>
    </message>
    <message>
        <source>Remove this header</source>
        <translation>移除此请求头</translation>
    </message>
    <message>
        <source>Add a header</source>
        <translation>添加请求头</translation>
    </message>
</context>
<context>
    <name>ProviderKeyField</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>A stored key is not shown again</source>
        <translation>已存的密钥不再显示</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Only if the server asks for one</source>
        <translation>仅在服务要求时填写</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Keep for this session</source>
        <translation>仅本次保留</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>在此粘贴密钥</translation>
    </message>
</context>
<context>
    <name>ProviderList</name>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加服务商</translation>
    </message>
</context>
<context>
    <name>ProviderModels</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message numerus="yes">
        <source>Filter %n model(s)</source>
        <translation>
            <numerusform>筛选 %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Shown in the model menu</source>
        <translation>在模型菜单中显示</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Input / 1M</source>
        <translation>输入 / 百万</translation>
    </message>
    <message>
        <source>Output / 1M</source>
        <translation>输出 / 百万</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的内容</translation>
    </message>
    <message>
        <source>No models are known yet.</source>
        <translation>还没有已知的模型。</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
</context>
<context>
    <name>ProviderPicker</name>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>添加服务商</translation>
    </message>
</context>
<context>
    <name>ProviderProfile</name>
    <message>
        <source>The id must be lower-case letters, digits, “.”, “_” and “-”, beginning with a letter or digit.</source>
        <translation>ID 只能含小写字母、数字、“.”、“_”和“-”，并以字母或数字开头。</translation>
    </message>
    <message>
        <source>The provider needs a name.</source>
        <translation>服务商需要名称。</translation>
    </message>
    <message>
        <source>“%1” is not a header name that can be sent.</source>
        <translation>“%1”不是可以发送的请求头名称。</translation>
    </message>
    <message>
        <source>The header %1 cannot be set here. Keys belong into the key field.</source>
        <translation>请求头 %1 不能在此设置。密钥请填在密钥栏。</translation>
    </message>
    <message>
        <source>The header %1 looks like a key. Keys belong into the key field, because headers are stored in plain text.</source>
        <translation>请求头 %1 看起来是密钥。请求头以明文保存，密钥请填在密钥栏。</translation>
    </message>
    <message>
        <source>A timeout must be between 0.1 seconds and 24 hours.</source>
        <translation>超时须在 0.1 秒和 24 小时之间。</translation>
    </message>
</context>
<context>
    <name>ProviderTest</name>
    <message>
        <source>Test connection</source>
        <translation>测试连接</translation>
    </message>
</context>
<context>
    <name>ProxySetting</name>
    <message>
        <source>The proxy must have the form http://host:port or socks5://host:port.</source>
        <translation>代理须为 http://host:port 或 socks5://host:port 的形式。</translation>
    </message>
    <message>
        <source>The proxy address must not contain a name or password: it would be stored in plain text.</source>
        <translation>代理地址不能包含用户名或密码：它们会以明文保存。</translation>
    </message>
</context>
<context>
    <name>RequestPane</name>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>Choose a provider and a model first.</source>
        <translation>请先选择服务商和模型。</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Anything left on Default is not in the request, so the provider’s own value applies:</source>
        <translation>保持“默认”的参数不在请求中，由服务商自己的值决定：</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl 命令</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>复制 JSON</translation>
    </message>
    <message>
        <source>The key is written as $%1.</source>
        <translation>密钥写作 $%1。</translation>
    </message>
</context>
<context>
    <name>SamplingExtras</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>Sent before the first message of every chat.</source>
        <translation>在每个对话的第一条消息之前发送。</translation>
    </message>
    <message>
        <source>Extra request fields</source>
        <translation>附加请求字段</translation>
    </message>
    <message>
        <source>A JSON object that is merged into the request.</source>
        <translation>合并到请求中的 JSON 对象。</translation>
    </message>
</context>
<context>
    <name>SamplingHeader</name>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>for</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Parameters for</source>
        <translation>参数用于</translation>
    </message>
    <message>
        <source>Use those of all models</source>
        <translation>使用所有模型的参数</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
</context>
<context>
    <name>SamplingPresets</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>R1 recommended</source>
        <translation>R1 推荐</translation>
    </message>
    <message>
        <source>Precise</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Varied</source>
        <translation>多样</translation>
    </message>
</context>
<context>
    <name>SchemaCheck</name>
    <message>
        <source>%1: the type does not exist.</source>
        <translation>%1：类型不存在。</translation>
    </message>
    <message>
        <source>%1: “required” must be a list of names.</source>
        <translation>%1：“required”须为名称的列表。</translation>
    </message>
    <message>
        <source>%1: “%2” is required but not described.</source>
        <translation>%1：“%2”是必需的，但没有描述。</translation>
    </message>
    <message>
        <source>%1 must be a schema in braces.</source>
        <translation>%1 须为花括号中的 schema。</translation>
    </message>
    <message>
        <source>The schema is nested too deeply.</source>
        <translation>schema 嵌套过深。</translation>
    </message>
    <message>
        <source>%1: “properties” must be in braces.</source>
        <translation>%1：“properties”须在花括号中。</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SecondsField</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>SendButton</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>SettingsNav</name>
    <message>
        <source>Back to chats</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings sections</source>
        <translation>设置分类</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>General</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Privacy &amp; data</source>
        <translation>隐私与数据</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SettingsTopBar</name>
    <message>
        <source>Back to chats</source>
        <translation>返回对话</translation>
    </message>
    <message>
        <source>Settings sections</source>
        <translation>设置分类</translation>
    </message>
</context>
<context>
    <name>ShortcutsSection</name>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Close what is open, else stop the answer</source>
        <translation>关闭已打开的内容，否则停止回答</translation>
    </message>
    <message>
        <source>Edit the last message, when the composer is empty</source>
        <translation>输入框为空时，编辑上一条消息</translation>
    </message>
    <message>
        <source>Next or previous link in the answers</source>
        <translation>回答中的下一个或上一个链接</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Open or close the last thinking</source>
        <translation>展开或折叠最后的思考过程</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后的回答</translation>
    </message>
    <message>
        <source>Previous or next branch</source>
        <translation>上一或下一分支</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>回到最新</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>显示或隐藏侧栏</translation>
    </message>
    <message>
        <source>Go to the composer</source>
        <translation>转到输入框</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Rename or delete a chat</source>
        <translation>重命名或删除对话</translation>
    </message>
    <message>
        <source>Next or previous chat</source>
        <translation>下一个或上一个对话</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Move between panes</source>
        <translation>在面板之间移动</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find in chat</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Next or previous match</source>
        <translation>下一个或上一个匹配</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Hide sidebar</source>
        <translation>隐藏侧栏</translation>
    </message>
    <message>
        <source>Ctrl B</source>
        <translation>Ctrl B</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>Chats will appear here</source>
        <translation>对话会显示在这里</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的内容</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>SnackBar</name>
    <message>
        <source>Deleted “%1”</source>
        <translation>已删除“%1”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SpentToday</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>%1. Trying again in %2 s (%3 of %4)</source>
        <translation>%1。%2 秒后重试（第 %3 次，共 %4 次）</translation>
    </message>
    <message>
        <source>No answer from %1</source>
        <translation>%1 没有应答</translation>
    </message>
</context>
<context>
    <name>StorageText</name>
    <message>
        <source>The file of chats %1 is damaged and cannot be moved away. Check the permissions of its folder; nothing in it was changed.</source>
        <translation>对话文件 %1 已损坏且无法移走。请检查文件夹的权限；其中的内容没有改动。</translation>
    </message>
    <message>
        <source>The chats in %1 were written by a newer version of Ponder. Update Ponder to see them; nothing in the file was changed, and new chats last until Ponder is closed.</source>
        <translation>%1 中的对话由更新版本的 Ponder 写入。请更新 Ponder 以查看；文件内容没有改动，新对话只保留到 Ponder 关闭为止。</translation>
    </message>
    <message>
        <source>A message is too large to be kept in %1. Copy what you need of it; everything else is saved.</source>
        <translation>有一条消息太大，无法存入 %1。请复制其中需要的内容；其余内容都已保存。</translation>
    </message>
    <message>
        <source>The file of chats %1 was damaged. It is kept as %2, and a new one was begun. A backup of the file can be put back while Ponder is closed.</source>
        <translation>对话文件 %1 已损坏，现保存为 %2，并新建了文件。关闭 Ponder 后可以放回该文件的备份。</translation>
    </message>
    <message>
        <source>There is no chat %1. It may have been deleted.</source>
        <translation>没有对话 %1，可能已被删除。</translation>
    </message>
    <message>
        <source>Another program is using the chats in %1. Close it.</source>
        <translation>另一个程序正在使用 %1 中的对话。请关闭它。</translation>
    </message>
    <message>
        <source>There is no space left for chats in %1. Free some disk space.</source>
        <translation>%1 已没有空间存放对话。请释放一些磁盘空间。</translation>
    </message>
    <message>
        <source>The chats in %1 cannot be written. Check the permissions of the folder.</source>
        <translation>无法写入 %1 中的对话。请检查该文件夹的权限。</translation>
    </message>
    <message>
        <source>The chats in %1 cannot be opened. Check that the folder exists and that you may write in it.</source>
        <translation>无法打开 %1 中的对话。请检查该文件夹是否存在、是否可写。</translation>
    </message>
    <message>
        <source>The chats in %1 could not be read or written. Check the disk.</source>
        <translation>无法读写 %1 中的对话。请检查磁盘。</translation>
    </message>
</context>
<context>
    <name>TableCopyButton</name>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>复制为电子表格格式</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as HTML</source>
        <translation>复制为 HTML</translation>
    </message>
</context>
<context>
    <name>TableRow</name>
    <message>
        <source>This table is very large and is shown as text.</source>
        <translation>此表格很大，以文本显示。</translation>
    </message>
    <message>
        <source>Table, %1, %2</source>
        <extracomment>%1: the rows, %2: the columns, each with their number</extracomment>
        <translation>表格，%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>This table is very large: its beginning is shown as text. Copying takes all of it.</source>
        <translation>这个表格很大，只以文本形式显示开头部分；复制时包含全部内容。</translation>
    </message>
</context>
<context>
    <name>TextContextMenu</name>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>ThinkingHeader</name>
    <message>
        <source>Thinking, %1</source>
        <translation>思考，%1</translation>
    </message>
    <message>
        <source>Expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Collapsed</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>ToolCallRow</name>
    <message>
        <source>%1 failed</source>
        <translation>%1 出错</translation>
    </message>
    <message>
        <source>Used %1</source>
        <translation>使用了 %1</translation>
    </message>
    <message>
        <source>Asked for %1</source>
        <translation>请求使用 %1</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The answer was interrupted</source>
        <translation>回答被中断</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>连接已中断</translation>
    </message>
    <message>
        <source>Everything up to here is saved.</source>
        <translation>此前的内容已保存。</translation>
    </message>
    <message>
        <source>The answer reached its length limit</source>
        <translation>回答达到了长度上限</translation>
    </message>
    <message>
        <source>The provider ended this answer: its content filter objected</source>
        <translation>服务商中止了此回答：内容过滤未通过</translation>
    </message>
    <message>
        <source>The provider sent an empty answer</source>
        <translation>服务商返回了空回答</translation>
    </message>
    <message>
        <source>Trying again in &lt;b&gt;%1&lt;/b&gt;. Attempt %2 of %3.</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;后重试。第 %2 次，共 %3 次。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes, seconds</comment>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours, minutes</comment>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message numerus="yes">
        <source>≈ %1 tokens</source>
        <translation>
            <numerusform>≈ %1 词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 tokens</source>
        <translation>
            <numerusform>%1 词元</numerusform>
        </translation>
    </message>
    <message>
        <source>Thinking was cut short</source>
        <translation>思考被中断</translation>
    </message>
    <message>
        <source>Thinking was cut short after %1</source>
        <translation>思考 %1后被中断</translation>
    </message>
    <message>
        <source>Thought for a moment</source>
        <translation>思考了片刻</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <translation>%1 词元/秒</translation>
    </message>
</context>
<context>
    <name>TranscriptMenu</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as rich text</source>
        <translation>复制为富文本</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Copy block as Markdown</source>
        <translation>将此段复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy block as rich text</source>
        <translation>将此段复制为富文本</translation>
    </message>
    <message>
        <source>Copy message as Markdown</source>
        <translation>将此消息复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy message as rich text</source>
        <translation>将此消息复制为富文本</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>TurnStatusText</name>
    <message>
        <source>Waiting for %1 · %2 s</source>
        <translation>正在等待 %1 · %2 秒</translation>
    </message>
    <message>
        <source>%1 · Large models can take a while</source>
        <translation>%1 · 大模型可能需要一些时间</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
</context>
<context>
    <name>UserProfiles</name>
    <message>
        <source>The provider settings in %1 cannot be written: %2</source>
        <translation>无法写入 %1 中的服务商设置：%2</translation>
    </message>
    <message>
        <source>The provider settings in %1 cannot be read (%2), so Ponder uses its own profiles. Check the permissions of the file.</source>
        <translation>无法读取 %1 中的服务商设置（%2），因此 Ponder 使用自带的配置。请检查该文件的权限。</translation>
    </message>
    <message>
        <source>The provider settings were damaged, so Ponder uses its own profiles. The damaged file is kept as %1: mend it and put it back, or add your providers again.</source>
        <translation>服务商设置已损坏，因此 Ponder 使用自带的配置。损坏的文件保存为 %1：请修复后放回原处，或重新添加服务商。</translation>
    </message>
</context>
<context>
    <name>UserRow</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>This message is very long: only its beginning is shown. Copying and editing take all of it.</source>
        <translation>这条消息很长，只显示开头部分；复制和编辑时包含全部内容。</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>print JSON</source>
        <translation>输出 JSON</translation>
    </message>
    <message>
        <source>a provider profile (default: the one chosen in the settings)</source>
        <translation>服务商（默认：设置中选择的）</translation>
    </message>
    <message>
        <source>any OpenAI-compatible endpoint; with --provider, that profile spoken at another address, with its key</source>
        <translation>任何与 OpenAI 接口兼容的地址；与 --provider 同用时，以该服务商及其密钥连接另一地址</translation>
    </message>
    <message>
        <source>the model that answers</source>
        <translation>回答的模型</translation>
    </message>
    <message>
        <source>system prompt</source>
        <translation>系统提示</translation>
    </message>
    <message>
        <source>a request parameter; VALUE is JSON if it parses as JSON, else a text; null leaves it out; repeatable</source>
        <translation>请求参数；VALUE 能解析为 JSON 时按 JSON 处理，否则为文本；null 表示不发送；可重复</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>store the conversation</source>
        <translation>保存对话</translation>
    </message>
    <message>
        <source>continue a stored conversation (implies --save)</source>
        <translation>继续已保存的对话（隐含 --save）</translation>
    </message>
    <message>
        <source>one JSON reply instead of a stream</source>
        <translation>以一个 JSON 应答代替数据流</translation>
    </message>
    <message>
        <source>give up when the server sends no byte for that long</source>
        <translation>服务器这么久没有发来任何字节时放弃</translation>
    </message>
    <message>
        <source>events as JSON Lines on standard output</source>
        <translation>在标准输出以 JSON Lines 输出事件</translation>
    </message>
    <message>
        <source>no reasoning and no status on standard error</source>
        <translation>标准错误中不输出思考过程和状态</translation>
    </message>
    <message>
        <source>One answer: text to standard output as it streams, reasoning and status to standard error. With - the prompt is read from standard input.</source>
        <translation>回答一次：正文随生成写到标准输出，思考过程和状态写到标准错误。用 - 从标准输入读取提示。</translation>
    </message>
    <message>
        <source>A PROMPT that begins with a dash comes after --.

The key is taken from the environment&apos;s PONDER_API_KEY, else from the system keychain.

Exit codes: 0 answered, 1 the provider failed, 2 wrong usage, 3 no key, 4 network, TLS or timeout, 130 interrupted (what arrived is kept).</source>
        <translation>以短横线开头的 PROMPT 写在 -- 之后。

密钥取自环境变量 PONDER_API_KEY，否则取自系统钥匙串。

退出码：0 已回答，1 服务商出错，2 用法错误，3 没有密钥，4 网络、TLS 或超时，130 被中断（收到的内容会保留）。</translation>
    </message>
    <message>
        <source>The models a provider offers.</source>
        <translation>服务商提供的模型。</translation>
    </message>
    <message>
        <source>any OpenAI-compatible endpoint</source>
        <translation>任何与 OpenAI 接口兼容的地址</translation>
    </message>
    <message>
        <source>The provider profiles and whether a key is stored; adds and removes profiles.</source>
        <translation>服务商列表以及是否存有密钥；添加和移除服务商。</translation>
    </message>
    <message>
        <source>address of the API</source>
        <translation>接口的地址</translation>
    </message>
    <message>
        <source>name to show</source>
        <translation>显示的名称</translation>
    </message>
    <message>
        <source>default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>the server wants no key</source>
        <translation>服务不需要密钥</translation>
    </message>
    <message>
        <source>The settings of the window, by name.</source>
        <translation>按名称读写窗口的设置。</translation>
    </message>
    <message>
        <source>Besides the names of the list there are sampling.NAME, a request parameter for all models, and sampling.PROVIDER/MODEL.NAME for one model. The value &quot;default&quot; sets a setting back; a request parameter is then not sent.</source>
        <translation>除列出的名称外，还有 sampling.NAME（所有模型的请求参数）和 sampling.PROVIDER/MODEL.NAME（单个模型的请求参数）。值为 &quot;default&quot; 时恢复默认；请求参数则不再发送。</translation>
    </message>
    <message>
        <source>The key of a provider in the system keychain. It is read from standard input, never from an argument.</source>
        <translation>系统钥匙串中服务商的密钥。密钥从标准输入读取，绝不作为参数。</translation>
    </message>
    <message>
        <source>Example: pass show deepseek | ponder key set deepseek

`key status` ends with exit code 3 when there is no key.</source>
        <translation>示例：pass show deepseek | ponder key set deepseek

没有密钥时，`key status` 的退出码为 3。</translation>
    </message>
    <message>
        <source>The beginning of an ID is enough where it is unique.</source>
        <translation>ID 的开头若唯一即可。</translation>
    </message>
    <message>
        <source>The stored conversations, newest first.</source>
        <translation>已保存的对话，最新的在前。</translation>
    </message>
    <message>
        <source>A stored conversation.</source>
        <translation>一个已保存的对话。</translation>
    </message>
    <message>
        <source>A stored conversation as a file.</source>
        <translation>将已保存的对话导出为文件。</translation>
    </message>
    <message>
        <source>md (default) or json; html and pdf come with a later version</source>
        <translation>md（默认）或 json；html 和 pdf 将在以后的版本中提供</translation>
    </message>
    <message>
        <source>where to (default: standard output)</source>
        <translation>输出到何处（默认：标准输出）</translation>
    </message>
    <message>
        <source>Deletes a stored conversation for good.</source>
        <translation>永久删除已保存的对话。</translation>
    </message>
    <message>
        <source>Summarises whole documents (comes with a later version).</source>
        <translation>总结整篇文档（将在以后的版本中提供）。</translation>
    </message>
    <message>
        <source>Searches the conversations (comes with a later version).</source>
        <translation>搜索对话（将在以后的版本中提供）。</translation>
    </message>
    <message>
        <source>Takes in conversations (comes with a later version).</source>
        <translation>导入对话（将在以后的版本中提供）。</translation>
    </message>
    <message>
        <source>%1 comes with a later version.</source>
        <translation>%1 将在以后的版本中提供。</translation>
    </message>
    <message>
        <source>These arguments cannot be used. The key itself is read from standard input, never from an argument.</source>
        <translation>不能使用这些参数。密钥从标准输入读取，绝不作为参数。</translation>
    </message>
    <message>
        <source>See `ponder %1 --help`.</source>
        <translation>请看 `ponder %1 --help`。</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示此帮助</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>尚未提供</translation>
    </message>
    <message>
        <source>Ponder is a desktop chat for reasoning models. Without a verb it opens the window; with a verb it does that job in the terminal.</source>
        <translation>Ponder 是面向推理模型的桌面对话程序。不带命令时打开窗口；带命令时在终端完成该任务。</translation>
    </message>
    <message>
        <source>Verbs:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>open the window with recorded answers, no key</source>
        <translation>打开窗口，使用预先录制的回答，无需密钥</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>`ponder VERB --help` tells more about one of them.</source>
        <translation>`ponder VERB --help` 显示单个命令的详细说明。</translation>
    </message>
    <message>
        <source>the model&apos;s context window, where it is not known: a longer request is not sent</source>
        <translation>模型的上下文长度，在未知时使用：超出的请求不会发送</translation>
    </message>
</context>
<context>
    <name>WindowArguments</name>
    <message>
        <source>%1 See `ponder --help`.</source>
        <translation>%1 请看 `ponder --help`。</translation>
    </message>
    <message>
        <source>There is no file and no verb named “%1”. See `ponder --help`.</source>
        <translation>没有名为“%1”的文件或命令。请看 `ponder --help`。</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>“%1”是文件夹，不是文件。</translation>
    </message>
</context>
<context>
    <name>ponder::AppController</name>
    <message>
        <source>%1 runs, but it has no model yet. Load one, then look again.</source>
        <translation>%1 正在运行，但还没有模型。请载入一个，然后再次查找。</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>The chat could not be written to %1: %2</source>
        <translation>无法将对话写入 %1：%2</translation>
    </message>
    <message>
        <source>Your text stays in this window; saving is tried again by itself.</source>
        <translation>文字保留在此窗口中，会自动重试保存。</translation>
    </message>
    <message>
        <source>The code could not be written to %1: %2</source>
        <translation>无法将代码写入 %1：%2</translation>
    </message>
</context>
<context>
    <name>ponder::ChatController</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
</context>
<context>
    <name>ponder::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
</context>
<context>
    <name>ponder::EffortController</name>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开启</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>极低</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>Always</source>
        <comment>the model thinks before every answer</comment>
        <translation>始终</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Thinking: %1</source>
        <translation>思考强度：%1</translation>
    </message>
    <message>
        <source>%1 always thinks, as long as it needs.</source>
        <translation>%1 总会思考，时间由它自己决定。</translation>
    </message>
    <message>
        <source>Ignored by this model.</source>
        <translation>此模型会忽略。</translation>
    </message>
    <message>
        <source>%1 may ignore this.</source>
        <translation>%1 可能会忽略此项。</translation>
    </message>
</context>
<context>
    <name>ponder::FindController</name>
    <message>
        <source>Searching</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
</context>
<context>
    <name>ponder::KeychainSecretStore</name>
    <message>
        <source>The system keychain is locked. Unlock it and try again, or use the key for this session only.</source>
        <translation>系统钥匙串已锁定。请解锁后重试，或仅在本次使用密钥。</translation>
    </message>
    <message>
        <source>Access to the system keychain was refused. Allow it and try again, or use the key for this session only.</source>
        <translation>系统钥匙串拒绝了访问。请允许后重试，或仅在本次使用密钥。</translation>
    </message>
    <message>
        <source>The system keychain did not work: %1. Try again, or use the key for this session only.</source>
        <translation>系统钥匙串出错：%1。请重试，或仅在本次使用密钥。</translation>
    </message>
</context>
<context>
    <name>ponder::KeychainWorker</name>
    <message>
        <source>There is no system keychain, because no D-Bus session is running. Keys are kept until Ponder is closed.</source>
        <translation>没有运行 D-Bus 会话，因此没有系统钥匙串。密钥保留到 Ponder 关闭为止。</translation>
    </message>
    <message>
        <source>No keychain service is running (for example GNOME Keyring, KWallet or KeePassXC). Keys are kept until Ponder is closed.</source>
        <translation>没有运行钥匙串服务（例如 GNOME Keyring、KWallet 或 KeePassXC）。密钥保留到 Ponder 关闭为止。</translation>
    </message>
    <message>
        <source>The system keychain cannot be reached while QT_NO_GLIB is set. Keys are kept until Ponder is closed.</source>
        <translation>设置了 QT_NO_GLIB，无法使用系统钥匙串。密钥保留到 Ponder 关闭为止。</translation>
    </message>
    <message>
        <source>No library for the system keychain is installed (libsecret). Keys are kept until Ponder is closed.</source>
        <translation>没有安装系统钥匙串所需的库（libsecret）。密钥保留到 Ponder 关闭为止。</translation>
    </message>
</context>
<context>
    <name>ponder::LinkGuard</name>
    <message>
        <source>The text of this link, “%1”, names another place than the one it leads to.</source>
        <translation>此链接的文字“%1”与它实际指向的地址不同。</translation>
    </message>
    <message>
        <source>The address of this link has letters that can pass for others.</source>
        <translation>此链接的地址里有容易与其他字母混淆的字符。</translation>
    </message>
    <message>
        <source>The address of this link begins with a user name that can pass for a host.</source>
        <translation>此链接的地址以用户名开头，容易被误认为网站。</translation>
    </message>
</context>
<context>
    <name>ponder::ParameterRowsModel</name>
    <message>
        <source>Not supported</source>
        <translation>不支持</translation>
    </message>
    <message>
        <source>Ignored by this model</source>
        <translation>此模型会忽略</translation>
    </message>
    <message>
        <source>Needs “%1”.</source>
        <translation>需要“%1”。</translation>
    </message>
    <message>
        <source>May be ignored</source>
        <translation>可能会忽略</translation>
    </message>
</context>
<context>
    <name>ponder::ProviderCatalog</name>
    <message>
        <source>There is no provider with the id “%1”.</source>
        <translation>没有 ID 为“%1”的服务商。</translation>
    </message>
</context>
<context>
    <name>ponder::ProviderForm</name>
    <message>
        <source>This address is not encrypted: others on the network can read what is sent.</source>
        <translation>此地址未加密：网络中的其他人可以读到发送的内容。</translation>
    </message>
    <message>
        <source>Give the provider a name.</source>
        <translation>请给服务商一个名称。</translation>
    </message>
    <message>
        <source>Enter an address such as https://host/v1.</source>
        <translation>请输入类似 https://host/v1 的地址。</translation>
    </message>
    <message>
        <source>Leave the user name and password out of the address.</source>
        <translation>地址中不要包含用户名和密码。</translation>
    </message>
    <message>
        <source>Leave out /chat/completions; Ponder adds it.</source>
        <translation>请去掉 /chat/completions；Ponder 会加上。</translation>
    </message>
    <message>
        <source>Enter http://host:port or socks5://host:port.</source>
        <translation>请输入 http://host:port 或 socks5://host:port。</translation>
    </message>
    <message>
        <source>A password would be kept in a plain file; leave it out.</source>
        <translation>密码会以明文保存在文件中；请不要填写。</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>无法读取此文件。</translation>
    </message>
    <message>
        <source>Enter a number of seconds from 1 to %1.</source>
        <translation>请输入 1 到 %1 之间的秒数。</translation>
    </message>
    <message>
        <source>Put the key into the key field: it is kept safe only there.</source>
        <translation>请把密钥填在密钥栏：只有那里是安全的。</translation>
    </message>
    <message>
        <source>“%1” is not a header that can be sent.</source>
        <translation>“%1”不是可以发送的请求头。</translation>
    </message>
    <message>
        <source>“%1” is there twice.</source>
        <translation>“%1”重复了。</translation>
    </message>
</context>
<context>
    <name>ponder::ProviderKeyController</name>
    <message>
        <source>This key is kept for this session only.</source>
        <translation>此密钥仅在本次保留。</translation>
    </message>
    <message>
        <source>A key will be kept for this session only.</source>
        <translation>密钥仅在本次保留。</translation>
    </message>
    <message>
        <source>Stored in system keychain</source>
        <translation>已存入系统钥匙串</translation>
    </message>
    <message>
        <source>The key goes to the system keychain, and only to this provider.</source>
        <translation>密钥存入系统钥匙串，并且只发送给此服务商。</translation>
    </message>
    <message>
        <source>Type or paste a key first.</source>
        <translation>请先输入或粘贴密钥。</translation>
    </message>
    <message>
        <source>A key has only Latin letters, digits and signs, without spaces.</source>
        <translation>密钥只含拉丁字母、数字和符号，不含空格。</translation>
    </message>
</context>
<context>
    <name>ponder::ProviderListModel</name>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>Key rejected</source>
        <translation>密钥被拒绝</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>No credit left</source>
        <translation>余额不足</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>Keychain not available</source>
        <translation>钥匙串不可用</translation>
    </message>
    <message>
        <source>Last test failed</source>
        <translation>上次测试失败</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Recorded answers</source>
        <translation>预先录制的回答</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n model(s)</source>
        <translation>
            <numerusform>%1 · %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message numerus="yes">
        <source>Connected · %n model(s) on</source>
        <translation>
            <numerusform>已连接 · 已启用 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key stored · %n model(s) on</source>
        <translation>
            <numerusform>已存密钥 · 已启用 %n 个模型</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No key needed · %n model(s) on</source>
        <translation>
            <numerusform>无需密钥 · 已启用 %n 个模型</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponder::ProvidersController</name>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 credit left</source>
        <translation>余额 %1</translation>
    </message>
    <message numerus="yes">
        <source>Found at %1 · %n model(s)</source>
        <translation>
            <numerusform>位于 %1 · %n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Not running at %1</source>
        <translation>未在 %1 运行</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Give the provider a name.</source>
        <translation>请给服务商一个名称。</translation>
    </message>
    <message>
        <source>Check that the key is whole and of this provider.</source>
        <translation>请检查密钥是否完整、是否属于这家服务商。</translation>
    </message>
    <message>
        <source>No credit is left</source>
        <translation>余额已用完</translation>
    </message>
    <message>
        <source>The key is right. Add credit to use it.</source>
        <translation>密钥没有问题，充值后即可使用。</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>无法连接 %1</translation>
    </message>
    <message>
        <source>Check the base URL, the proxy and the network.</source>
        <translation>请检查接口地址、代理和网络。</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 没有及时响应</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>请稍后重试。</translation>
    </message>
    <message>
        <source>Type the key above and save it.</source>
        <translation>请在上方输入密钥并保存。</translation>
    </message>
    <message>
        <source>Start it on this computer, or check the base URL.</source>
        <translation>请在本机启动它，或检查接口地址。</translation>
    </message>
</context>
<context>
    <name>ponder::RequestPreview</name>
    <message numerus="yes">
        <source>[ %n message(s) ]</source>
        <translation>
            <numerusform>[ %n 条消息 ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponder::SamplingController</name>
    <message>
        <source>All models</source>
        <translation>所有模型</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>你好</translation>
    </message>
    <message>
        <source>“%1” is set by Ponder itself.</source>
        <translation>“%1”由 Ponder 自己设置。</translation>
    </message>
    <message>
        <source>A token is given by its number.</source>
        <translation>词元用其编号表示。</translation>
    </message>
</context>
<context>
    <name>ponder::Settings</name>
    <message>
        <source>%1 is either true or false.</source>
        <translation>%1 只能是 true 或 false。</translation>
    </message>
    <message>
        <source>%1 is a whole number from %2 to %3.</source>
        <translation>%1 是 %2 到 %3 的整数。</translation>
    </message>
    <message>
        <source>%1 is a number from %2 to %3.</source>
        <translation>%1 是 %2 到 %3 的数字。</translation>
    </message>
    <message>
        <source>%1 is a text.</source>
        <translation>%1 是文本。</translation>
    </message>
    <message>
        <source>%1 is one of: %2.</source>
        <translation>%1 是以下之一：%2。</translation>
    </message>
    <message>
        <source>There is no setting named “%1”. `ponder config list` shows them all.</source>
        <translation>没有名为“%1”的设置。`ponder config list` 会全部列出。</translation>
    </message>
    <message>
        <source>The settings could not be saved in %1 and hold until Ponder is closed. Check the folder&apos;s permissions and the free disk space.</source>
        <translation>无法将设置存入 %1，设置只保留到 Ponder 关闭为止。请检查文件夹的权限和磁盘空间。</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read, so the defaults are used. Check the permissions of the file.</source>
        <translation>无法读取 %1 中的设置，现使用默认值。请检查文件的权限。</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged and the file cannot be moved, so the defaults are used. Check the folder&apos;s permissions.</source>
        <translation>%1 中的设置已损坏且文件无法移走，现使用默认值。请检查文件夹的权限。</translation>
    </message>
    <message>
        <source>The settings were damaged, so the defaults are used. The damaged file is kept as %1: mend it and put it back, or choose your settings again.</source>
        <translation>设置已损坏，现使用默认值。损坏的文件保存为 %1：请修复后放回原处，或重新选择设置。</translation>
    </message>
</context>
<context>
    <name>ponder::SpanFormats</name>
    <message>
        <source>Source %1 that this answer refers to</source>
        <translation>此回答所引用的第 %1 个来源</translation>
    </message>
    <message>
        <source>This formula cannot be set: %1</source>
        <translation>无法排版此公式：%1</translation>
    </message>
    <message>
        <source>There are too many formulas here to set them all: this one is shown as it was written.</source>
        <translation>此处公式过多，无法全部排版：这个公式按原文显示。</translation>
    </message>
    <message>
        <source>This picture cannot be shown: it is damaged, too large or of a kind that Ponder does not read.</source>
        <translation>无法显示这张图片：文件已损坏、过大，或是 Ponder 不支持的格式。</translation>
    </message>
    <message>
        <source>There are too many pictures here to show them all.</source>
        <translation>此处图片过多，无法全部显示。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::AskCommand</name>
    <message>
        <source>The prompt is empty.</source>
        <translation>提示是空的。</translation>
    </message>
    <message>
        <source>The disk did not take the conversation.</source>
        <translation>磁盘未能保存对话。</translation>
    </message>
    <message>
        <source>The request has about %1 tokens, and --context allows %2</source>
        <translation>请求约有 %1 词元，而 --context 只允许 %2</translation>
    </message>
</context>
<context>
    <name>ponder::cli::Command</name>
    <message>
        <source>Store one with `ponder key set %1`, or set PONDER_API_KEY for one run.</source>
        <translation>请用 `ponder key set %1` 存入密钥，或为本次运行设置 PONDER_API_KEY。</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or set PONDER_API_KEY for one run.</source>
        <translation>请解锁钥匙串后重试，或为本次运行设置 PONDER_API_KEY。</translation>
    </message>
    <message>
        <source>Free some disk space or check the permissions of the data folder.</source>
        <translation>请腾出一些磁盘空间，或检查数据文件夹的权限。</translation>
    </message>
    <message>
        <source>Check the key: `ponder key set %1`, or PONDER_API_KEY.</source>
        <translation>请检查密钥：`ponder key set %1`，或 PONDER_API_KEY。</translation>
    </message>
    <message>
        <source>Add credit, or choose another provider with --provider.</source>
        <translation>请充值，或用 --provider 选择其他服务商。</translation>
    </message>
    <message>
        <source>Leave out the parameter it names (--set NAME=null), and try again.</source>
        <translation>请去掉它提到的参数（--set NAME=null），然后重试。</translation>
    </message>
    <message>
        <source>`ponder models` lists the models; check the address too.</source>
        <translation>`ponder models` 会列出模型；也请检查地址。</translation>
    </message>
    <message>
        <source>Try again in a moment, or choose another provider with --provider.</source>
        <translation>请稍后重试，或用 --provider 选择其他服务商。</translation>
    </message>
    <message>
        <source>Check the network and the address, and try again.</source>
        <translation>请检查网络和地址，然后重试。</translation>
    </message>
    <message>
        <source>Try again, or allow a longer silence with --timeout.</source>
        <translation>请重试，或用 --timeout 允许更长的等待时间。</translation>
    </message>
    <message>
        <source>Check that the base URL is that of an OpenAI-compatible API.</source>
        <translation>请检查接口地址是否与 OpenAI 接口兼容。</translation>
    </message>
    <message>
        <source>Start it and try again, or check the address.</source>
        <translation>请启动它后重试，或检查地址。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ConfigCommand</name>
    <message>
        <source>`ponder config` is followed by `list`, `get NAME` or `set NAME VALUE`.</source>
        <translation>`ponder config` 后面是 `list`、`get NAME` 或 `set NAME VALUE`。</translation>
    </message>
    <message>
        <source>Request parameter for all models.</source>
        <translation>所有模型的请求参数。</translation>
    </message>
    <message>
        <source>There is no request parameter named “%1”.</source>
        <translation>没有名为“%1”的请求参数。</translation>
    </message>
    <message>
        <source>There is no setting named “%1”. `ponder config list` shows them all.</source>
        <translation>没有名为“%1”的设置。`ponder config list` 会全部列出。</translation>
    </message>
    <message>
        <source>There is no provider “%1”. `ponder providers` shows them all.</source>
        <translation>没有服务商“%1”。`ponder providers` 会全部列出。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ConversationCommand</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>`ponder %1` takes the ID of one conversation. `ponder list` shows them all.</source>
        <translation>`ponder %1` 后面是一个对话的 ID。`ponder list` 会全部列出。</translation>
    </message>
    <message>
        <source>The format %1 comes with a later version; there are md and json.</source>
        <translation>格式 %1 将在以后的版本中提供；现有 md 和 json。</translation>
    </message>
    <message>
        <source>There is no format “%1”; there are md and json.</source>
        <translation>没有格式“%1”；现有 md 和 json。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>The conversation was not deleted.</source>
        <translation>对话没有删除。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ConversationFinder</name>
    <message>
        <source>There is no conversation “%1”. `ponder list` shows them all.</source>
        <translation>没有对话“%1”。`ponder list` 会全部列出。</translation>
    </message>
    <message>
        <source>%1 conversations begin with “%2”; give more of the ID.</source>
        <translation>有 %1 个对话以“%2”开头；请输入更长的 ID。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::EndpointResolver</name>
    <message>
        <source>No provider is chosen yet. Name one with --provider or --base-url, or choose it for good: `ponder config set default.provider ID`.</source>
        <translation>还没有选择服务商。请用 --provider 或 --base-url 指定，或设为默认：`ponder config set default.provider ID`。</translation>
    </message>
    <message>
        <source>There is no provider “%1”. `ponder providers` shows them all.</source>
        <translation>没有服务商“%1”。`ponder providers` 会全部列出。</translation>
    </message>
    <message>
        <source>%1 lists no model. Name one with --model.</source>
        <translation>%1 没有列出模型。请用 --model 指定。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::KeyCommand</name>
    <message>
        <source>The key is read from standard input, never from an argument, where every program on this computer could see it. Consider the key you typed as known to others, and make a new one.</source>
        <translation>密钥从标准输入读取，绝不作为参数：这台电脑上的所有程序都能看到参数。请把刚才输入的密钥视为已泄露，并新建一个。</translation>
    </message>
    <message>
        <source>`ponder key` is followed by `set ID`, `clear ID` or `status ID`.</source>
        <translation>`ponder key` 后面是 `set ID`、`clear ID` 或 `status ID`。</translation>
    </message>
    <message>
        <source>There is no provider of this name. `ponder providers` shows them all.</source>
        <translation>没有这个名称的服务商。`ponder providers` 会全部列出。</translation>
    </message>
    <message>
        <source>Key for %1 (not shown): </source>
        <translation>%1 的密钥（不显示）：</translation>
    </message>
    <message>
        <source>No key arrived on standard input.</source>
        <translation>标准输入中没有密钥。</translation>
    </message>
    <message>
        <source>A key is stored.</source>
        <translation>已存有密钥。</translation>
    </message>
    <message>
        <source>No key is stored.</source>
        <translation>没有存储密钥。</translation>
    </message>
    <message>
        <source>The key was not stored, and this program ends now. %1</source>
        <translation>密钥没有存储，程序将退出。%1</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ListCommand</name>
    <message>
        <source>`ponder list` takes no arguments besides --json.</source>
        <translation>`ponder list` 除 --json 外没有参数。</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ModelsCommand</name>
    <message>
        <source>%1 in, %2 out, %3 per million tokens</source>
        <translation>每百万词元输入 %1，输出 %2，%3</translation>
    </message>
    <message>
        <source>`ponder models` takes no arguments besides its options.</source>
        <translation>`ponder models` 除选项外没有参数。</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
</context>
<context>
    <name>ponder::cli::ProvidersCommand</name>
    <message>
        <source>`ponder providers` is followed by nothing, by `add ID --base-url URL` or by `remove ID`.</source>
        <translation>`ponder providers` 后面可以没有内容，或是 `add ID --base-url URL`，或是 `remove ID`。</translation>
    </message>
    <message>
        <source>A provider needs an address: --base-url URL.</source>
        <translation>服务商需要地址：--base-url URL。</translation>
    </message>
    <message>
        <source>There is no provider “%1”. `ponder providers` shows them all.</source>
        <translation>没有服务商“%1”。`ponder providers` 会全部列出。</translation>
    </message>
    <message>
        <source>key stored</source>
        <translation>已存密钥</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>needs no key</source>
        <translation>无需密钥</translation>
    </message>
    <message>
        <source>key unknown</source>
        <translation>密钥状态未知</translation>
    </message>
</context>
</TS>
