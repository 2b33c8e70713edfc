"""What stands in place of a document: error pages, login walls, robot checks, apologies.

Written for textproof, from what servers, content networks and forums send, in the big languages.
All is compared in lower case, with straight apostrophes and single spaces. A phrase belongs here if
it speaks to the reader whom it keeps from the document.
"""

ERROR_TITLES = (
    r"(?:http )?(?:error |status )?(?:40[0134]|410|429|50[0234])(?: error)?",
    r"error 1\d\d\d",  # of Cloudflare
    "(?:page |file |document |url )?not found|404 page not found|oops!?(?: .{0,40})?",
    "forbidden|access denied|unauthori[sz]ed|bad request|too many requests|gone",
    "internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out",
    "(?:server )?error|application error|an error (?:has )?occurred|something went wrong",
    "(?:die )?seite (?:wurde )?nicht gefunden|fehler|zugriff verweigert",
    "page (?:non trouvée|introuvable)|accès (?:refusé|interdit)|erreur",
    "página no encontrada|no encontrad[ao]|acceso denegado",
    "página não encontrada|pagina non trovata|pagina niet gevonden|nie znaleziono strony",
    "страница не найдена|доступ запрещ[её]н|ошибка",
    "页面不存在|页面未找到|找不到(?:该)?页面|页面找不到了?|您访问的页面不存在|无法访问此?页面?|服务器错误",
    "(?:(?:很?抱歉|对不起|非常抱歉)[,，!！]?)?(?:您|你)?所?(?:要?访问|要?查看|请求|要找|浏览)的"
    "(?:页面|网页|内容|文章|资源|信息|链接)(?:不存在|已经?被?(?:删除|移除|下线|过期)|找不到|无法(?:找到|访问))了?"
    "(?:或者?(?:已经?被?(?:删除|移除|下线|过期)|不存在|没有权限))?了?",
    "頁面不存在|找不到(?:此)?(?:頁面|網頁)|查無此頁|伺服器錯誤",
    "ページが見つかりません(?:でした)?|お探しのページは見つかりません(?:でした)?",
    "페이지를 찾을 수 없습니다|الصفحة غير موجودة|sayfa bulunamadı",
)
"""What an error page is headed with, as regular expressions."""

SENT_AWAY = (
    "requested url", "page you are looking for", "page you're looking for", "page you requested",
    "page you were looking for", "not found on this server", "page doesn't exist",
    "page does not exist", "have permission to access", "complete your request", "try again later",
    "try again in a few", "nginx", "apache/", "openresty", "go back", "back to home",
    "to the homepage", "to the home page", "return home", "contact the site", "webmaster",
    "security service to protect itself",
    "reference #", "angeforderte seite", "angegebene seite", "zur startseite",
    "page que vous", "à l'accueil", "página que", "pagina che", "alla home",
    "запрашиваемая страница", "страница, которую", "на главную", "您访问的", "您要查看的",
    "您要访问的", "返回首页", "返回首頁", "您造訪的", "お探しのページ", "トップページ", "요청하신",
)  # fmt: skip
"""What an error page says to its reader."""

ABOUT = (
    "status code", "http response", "response code", "response status", "rfc ", "indicates",
    "means that", "means the", "for example", "this section", "this guide", "this article",
    "how to", "http-status", "statuscode", "code d'état", "código de estado", "код состояния",
    "状态码", "狀態碼", "ステータスコード", "상태 코드",
)  # fmt: skip
"""What a document about errors says."""

ROBOT_CHECKS = (
    "checking your browser before", "checking if the site connection is secure",
    "enable javascript and cookies to continue", "verify you are human",
    "verify that you are human", "verifying you are human", "verify you are not a robot",
    "make sure you're not a bot", "confirm you are not a robot", "prove you are human",
    "please complete the security check", "complete the captcha", "ddos protection by",
    "unusual traffic from your computer", "needs to review the security of your connection",
    "attention required! | cloudflare", "cloudflare ray id", "pardon our interruption",
    "incapsula incident id", "please enable js and disable any ad blocker",
    "you need to enable javascript to run this app", "please turn javascript on and reload",
    "this website requires javascript", "your browser will redirect to your requested content",
    "automated access to this", "请完成安全验证", "请完成下列验证", "请输入验证码继续", "人机验证",
    "您的访问出现异常", "請完成安全驗證", "ロボットではないこと", "проверка браузера",
    "подтвердите, что вы не робот", "wir müssen überprüfen, ob sie ein mensch",
    "vérifiez que vous êtes humain", "verifica que eres humano",
)  # fmt: skip
"""What a robot is told that is taken for one."""

LOGIN_WALLS = (
    "must be logged in to view", "must be logged in to access", "must be logged in to read",
    "must be logged in to continue", "must be logged in to see", "need to be logged in to view",
    "must log in to view", "must log in to continue", "need to log in to view",
    "must sign in to", "must be signed in to", "please log in to continue",
    "please login to continue",
    "please sign in to continue", "sign in to continue", "log in to continue",
    "log in to view this", "sign in to view this", "please log in to view",
    "please sign in to view", "this content is for members only", "members only content",
    "you have been logged out", "your session has expired", "session expired. please",
    "subscribe to continue reading", "this page is only available to registered",
    "bitte melden sie sich an, um", "sie müssen angemeldet sein",
    "veuillez vous connecter pour", "vous devez être connecté",
    "inicia sesión para continuar", "debes iniciar sesión", "faça login para continuar",
    "você precisa estar logado", "devi effettuare l'accesso", "accedi per continuare",
    "войдите, чтобы", "необходимо авторизоваться", "необходимо войти",
    "您需要登录后才可以", "请登录后查看", "请先登录", "登录后才能", "您尚未登录", "請先登入",
    "您需要登入", "請登入後", "ログインしてください", "ログインが必要です", "로그인이 필요합니다",
    "로그인 후 이용",
)  # fmt: skip
"""What a reader is told who is not logged in."""

APOLOGIES = (
    r"(?:i'm|i am|we're) (?:very |really |so |truly )?(?:sorry|afraid)\b.{0,40}?\b(?:but )?"
    r"(?:as an ai\b|i (?:can't|cannot|can not|am (?:not able|unable)"
    r"|'m (?:not able|unable)|won't|don't have))",
    r"(?:i'm|i am) sorry,? but",
    r"(?:my apologies|i apologi[sz]e)\b.{0,60}?\bi (?:can't|cannot|am (?:not able|unable)|don't)",
    r"sorry,? (?:but )?i (?:can't|cannot|am not able|am unable|'m not able|'m unable)",
    r"(?:unfortunately, )?(?:as|being) an? (?:large )?(?:ai|artificial intelligence)?"
    r"(?: ?language)? ?(?:model|assistant|ai)\b,? i\b",
    r"i (?:can't|cannot|am unable to|'m unable to|am not able to) (?:assist|help|fulfil+|comply"
    r"|provide|access|browse|open|view|generate|continue|complete|summari[sz]e|translate)\b",
    r"(?:es tut mir leid|entschuldigung|leider).{0,40}?"
    r"(?:als ki\b|als (?:ein )?ki-|kann ich (?:dabei|diese|ihnen))",
    r"(?:désolée?|je suis désolée?).{0,40}?(?:en tant qu|je ne peux pas)",
    r"(?:lo siento|lo lamento).{0,40}?(?:como (?:una? )?(?:modelo|ia|inteligencia)|no puedo)",
    r"(?:desculpe|sinto muito|lamento).{0,40}?(?:como (?:uma? )?(?:modelo|ia)|não posso)",
    r"(?:извините|к сожалению|простите).{0,40}?(?:как (?:языковая|искусственный|ии)|я не могу)",
    r"(?:很?(?:抱歉|对不起|對不起|不好意思))[,，！!。]?.{0,15}?(?:作为(?:一个|一名)?(?:ai|人工智能|语言模型)"
    r"|作為(?:一個|一名)?(?:ai|人工智慧|語言模型)|我(?:无法|無法|不能)(?:提供|回答|协助|協助|帮助|幫助|满足|完成|访问|處理|处理|继续))",
    r"作为(?:一个|一名)?(?:ai|人工智能|大?语言模型)[^。]{0,10}[,，]我",
    r"(?:申し訳(?:ありません|ございません)).{0,30}?(?:aiとして|言語モデル|できません)",
    r"죄송(?:합니다|하지만).{0,30}?(?:ai|언어 모델|할 수 없습니다)",
)
"""What an assistant says that does not do what it is asked, as regular expressions."""

PASSWORD = (
    "password", "passwort", "mot de passe", "contraseña", "senha", "пароль", "密码", "密碼",
    "パスワード",
)  # fmt: skip
LOGIN_LABELS = frozenset(
    "log in|login|sign in|username|user name|email|e-mail|email address|username or email|password"
    "|remember me|forgot password|forgot your password|register|sign up|create an account|submit"
    "|continue|anmelden|benutzername|passwort|passwort vergessen|registrieren|connexion"
    "|identifiant|mot de passe|mot de passe oublié|iniciar sesión|usuario|contraseña|entrar|senha"
    "|войти|логин|пароль|登录|登錄|登入|用户名|用戶名|密码|密碼|忘记密码|忘記密碼|注册|註冊|ログイン|パスワード".split(
        "|"
    )
)
"""The labels of a form that asks for a password, and the words for one."""

SIGNS_OF_APOLOGY = (
    "sorry", "afraid", "apolog", "model", " ai", "i can't", "i cannot", "unable", "not able",
    "leid", "leider", "entschuld", "désol", "siento", "lamento", "desculpe", "sinto", "извин",
    "сожал", "прост", "抱歉", "对不起", "對不起", "不好意思", "作为", "作為", "申し訳", "죄송",
)  # fmt: skip
"""One of these is in every apology."""

ASSISTANT = (
    r"\bai\b|language model|assist|fulfil|\bhelp with|provide|access|browse|your request"
    r"|this request|that request|prompt|\bi (?:can't|cannot|am unable to|'m unable to) (?:write"
    r"|create|complete|generate|continue|summari[sz]e|translate|produce|do that|answer|discuss"
    r"|comply|process|find|see|read|locate|verify|open|view|offer|share|reproduce|extract)"
    r"|\bki\b|sprachmodell|modèle|modelo|модель|语言模型|人工智能|語言模型|人工智慧|无法|無法|不能"
    r"|言語モデル|できません|없습니다"
)
"""What shows that it is an assistant that is sorry."""

ERROR_KEYS = frozenset(
    "error errors error_code errorcode error_message errormessage errmsg errcode error_description "
    "exception stacktrace traceback fault".split()
)
"""Keys of a reply in JSON that say that it is an error."""
