// Organisation, roles, process variants. 10xx.

area! { $ organisation
    OrganisationEmpty = 1000 Organisation Violation "organisation.empty" {
        zh: "组织没有任何节点",
        en: "the organisation has no node",
        mend_zh: "至少写出总部",
        mend_en: "give at least the headquarters"
    }
    OrganisationNodeTwice = 1001 Organisation Violation "organisation.node_twice" {
        zh: "节点“{node}”写了两次，首次在第 {first} 个",
        en: "the node \"{node}\" is given twice, first as number {first}",
        mend_zh: "只保留一个；换上级的，在“parents”里分段写",
        mend_en: "keep one of them; what it stood below at other times goes into its parents"
    }
    OrganisationUnknownNode = 1002 Organisation Violation "organisation.unknown_node" {
        zh: "组织里没有节点“{node}”",
        en: "the organisation has no node \"{node}\"",
        mend_zh: "改正写法，或把它加入组织",
        mend_en: "correct how it is written, or add it to the organisation"
    }
    OrganisationNodeAbsent = 1003 Organisation Violation "organisation.node_absent" {
        zh: "节点“{node}”在 {day} 不存在（{from} 至 {to}）",
        en: "the node \"{node}\" is not there on {day} ({from} to {to})",
        mend_zh: "改用该日有效的节点，或改正日期",
        mend_en: "name a node that is there on that day, or correct the day"
    }
    OrganisationDates = 1004 Organisation Violation "organisation.dates" {
        zh: "止日 {to} 早于起日 {from}",
        en: "the last day {to} is before the first day {from}",
        mend_zh: "改正其中一个日期",
        mend_en: "correct one of the two days"
    }
    OrganisationCircle = 1005 Organisation Violation "organisation.circle" {
        zh: "自 {from} 起这些节点互为上级：“{nodes}”",
        en: "from {from} on these nodes stand below each other: \"{nodes}\"",
        mend_zh: "改正其中一个的上级",
        mend_en: "correct what one of them stands below"
    }
    OrganisationNoParent = 1006 Organisation Violation "organisation.no_parent" {
        zh: "节点“{node}”没有上级，又不是总部",
        en: "the node \"{node}\" stands below nothing and is no headquarters",
        mend_zh: "写出上级，或把最上面的节点定为总部",
        mend_en: "say what it stands below; the node at the top is the headquarters"
    }
    OrganisationMembershipGap = 1007 Organisation Violation "organisation.membership_gap" {
        zh: "节点“{node}”自 {from} 至 {to} 没有上级",
        en: "the node \"{node}\" stands below nothing from {from} to {to}",
        mend_zh: "补上这一段的上级，各段首尾相接",
        mend_en: "say what it stood below then; each entry begins the day after the one before"
    }
    OrganisationMembershipOverlap = 1008 Organisation Violation "organisation.membership_overlap" {
        zh: "节点“{node}”自 {from} 至 {to} 有两个上级",
        en: "the node \"{node}\" stands below two nodes from {from} to {to}",
        mend_zh: "前一段止于后一段起日的前一天",
        mend_en: "end the earlier entry the day before the later one begins"
    }
    OrganisationMembershipOutside = 1009 Organisation Violation "organisation.membership_outside" {
        zh: "上级的起止 {from} 至 {to} 超出节点“{node}”自己的起止",
        en: "it stands below this from {from} to {to}, when the node \"{node}\" is not there",
        mend_zh: "改到节点的起止以内，或不填",
        mend_en: "keep within the days of the node, or leave the days out"
    }
    OrganisationParentAbsent = 1010 Organisation Violation "organisation.parent_absent" {
        zh: "上级“{parent}”自 {from} 至 {to} 并非每天都在",
        en: "the node above, \"{parent}\", is not there on every day from {from} to {to}",
        mend_zh: "改正起止，或在上级撤销后改挂另一个",
        mend_en: "correct the days, or name another node once it has ended"
    }
    OrganisationKind = 1011 Organisation Violation "organisation.kind" {
        zh: "{above_zh}下不能直接设{below_zh}",
        en: "{below:words} nodes cannot stand directly below {above:words} nodes",
        mend_zh: "改正节点的类别或上级；次序为总部、地区、城市、项目公司、项目、分期、楼栋",
        mend_en: "correct its kind or what it stands below: headquarters, region, city, project company, project, phase, building"
    }
    OrganisationTwoRoots = 1012 Organisation Warning "organisation.two_roots" {
        zh: "总部“{node}”与总部“{other}”同时存在",
        en: "the headquarters \"{node}\" is there at the same time as \"{other}\"",
        mend_zh: "确有两个集团的，不必处理；否则把其中一个改为下级",
        mend_en: "if there are two groups, nothing is to be done; else make one of them a region"
    }
    OrganisationCompanyMissing = 1013 Organisation Violation "organisation.company_missing" {
        zh: "“{node}”没有项目公司",
        en: "\"{node}\" has no project company",
        mend_zh: "从项目公司名单里选一个",
        mend_en: "choose one from the list of project companies"
    }
    OrganisationCompanyUnknown = 1014 Organisation Violation "organisation.company_unknown" {
        zh: "项目公司名单里没有“{code}”",
        en: "the list of project companies has no \"{code}\"",
        mend_zh: "从名单里选；新公司由负责名单的部门加入",
        mend_en: "choose one of the list; the office that keeps it adds new ones"
    }
    OrganisationCompanyTwice = 1015 Organisation Violation "organisation.company_twice" {
        zh: "项目公司“{code}”写了两次，首次在第 {first} 个",
        en: "the project company \"{code}\" is given twice, first as number {first}",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    OrganisationCompanyMisplaced = 1016 Organisation Warning "organisation.company_misplaced" {
        zh: "“{node}”是{kind_zh}，不需要项目公司",
        en: "\"{node}\" is a {kind:words} and needs no project company",
        mend_zh: "删去，或改正节点的类别",
        mend_en: "leave it out, or correct the kind of the node"
    }
    OrganisationCompaniesDiffer = 1017 Organisation Warning "organisation.companies_differ" {
        zh: "“{node}”写的项目公司是“{code}”，上级的是“{other}”",
        en: "\"{node}\" names the project company \"{code}\", the node above it \"{other}\"",
        mend_zh: "核对是哪一家；项目自己写的为准",
        mend_en: "check which one it is; the one that the project names counts"
    }
    OrganisationCompanyUnused = 1018 Organisation Info "organisation.company_unused" {
        zh: "没有项目用到项目公司“{code}”",
        en: "no project names the project company \"{code}\"",
        mend_zh: "核对名单；以后要用的，不必处理",
        mend_en: "check the list; if it will be used later, nothing is to be done"
    }
    OrganisationVariantOverlap = 1019 Organisation Violation "organisation.variant_overlap" {
        zh: "流程差异“{code}”与“{other}”在“{node}”对同一操作同时有效",
        en: "the process variants \"{code}\" and \"{other}\" hold at \"{node}\" for one command at the same time",
        mend_zh: "前一个止于后一个起日的前一天",
        mend_en: "end the earlier one the day before the later one begins"
    }
    OrganisationVariantIdle = 1020 Organisation Warning "organisation.variant_idle" {
        zh: "流程差异“{code}”有效时“{node}”不存在",
        en: "the process variant \"{code}\" holds when \"{node}\" is not there",
        mend_zh: "改正日期或节点",
        mend_en: "correct its days or its node"
    }
    OrganisationNoRoles = 1021 Organisation Violation "organisation.no_roles" {
        zh: "岗位表没有岗位",
        en: "the role table has no role",
        mend_zh: "写出岗位，或从预设开始",
        mend_en: "give the roles, or begin with the preset"
    }
    OrganisationRoleTwice = 1022 Organisation Violation "organisation.role_twice" {
        zh: "岗位“{role}”写了两次，首次在第 {first} 个",
        en: "the role \"{role}\" is given twice, first as number {first}",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    OrganisationUnknownRole = 1023 Organisation Violation "organisation.unknown_role" {
        zh: "岗位表里没有“{role}”",
        en: "the role table has no role \"{role}\"",
        mend_zh: "改正写法，或把它加入岗位表",
        mend_en: "correct how it is written, or add it to the role table"
    }
    OrganisationGrantTwice = 1024 Organisation Violation "organisation.grant_twice" {
        zh: "岗位“{role}”的“{command}”以同一范围写了两次，首次在第 {first} 个",
        en: "the role \"{role}\" has \"{command}\" twice with one scope, first as number {first}",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    OrganisationRoleIdle = 1025 Organisation Warning "organisation.role_idle" {
        zh: "岗位“{role}”没有任何权限",
        en: "the role \"{role}\" may do nothing",
        mend_zh: "写出它能做什么、在什么范围，或删去它",
        mend_en: "say what it may do and where, or remove it"
    }
    OrganisationAssignmentTwice = 1026 Organisation Warning "organisation.assignment_twice" {
        zh: "“{person}”的岗位“{role}”在同一节点、同一时间写了两次",
        en: "\"{person}\" has the role \"{role}\" twice at one node at the same time",
        mend_zh: "只保留一个",
        mend_en: "keep one of them"
    }
    OrganisationAssignmentOutside = 1027 Organisation Warning "organisation.assignment_outside" {
        zh: "“{person}”任职于“{node}”的起止含 {day}，该日节点不存在",
        en: "\"{person}\" is assigned to \"{node}\" on {day}, when it is not there",
        mend_zh: "改正任职的起止或节点",
        mend_en: "correct the days of the assignment, or its node"
    }
    OrganisationScopeMissing = 1028 Organisation Warning "organisation.scope_missing" {
        zh: "岗位“{role}”的权限范围是{scope_zh}，而“{person}”任职的“{node}”之上没有这一级，按任职节点及其下级算",
        en: "the role \"{role}\" acts within the {scope}, and there is none above \"{node}\", where \"{person}\" is assigned; the node and all below it count",
        mend_zh: "任职到该级的节点，或改权限范围",
        mend_en: "assign the person to such a node, or change the scope"
    }
    OrganisationCommandUnknown = 1029 Organisation Warning "organisation.command_unknown" {
        zh: "库里没有名为“{command}”的操作",
        en: "the library knows no command \"{command}\"",
        mend_zh: "改正写法；公司自己的操作，不必处理",
        mend_en: "correct how it is written; if it is the company's own, nothing is to be done"
    }
    OrganisationNoRole = 1030 Organisation Violation "organisation.no_role" {
        zh: "“{person}”没有任何岗位",
        en: "\"{person}\" has no role",
        mend_zh: "给此人设岗，或由有权的人办理",
        mend_en: "assign a role, or let somebody who may do it"
    }
    OrganisationNoRoleThatDay = 1031 Organisation Violation "organisation.no_role_that_day" {
        zh: "“{person}”在 {day} 不在岗",
        en: "\"{person}\" has no role on {day}",
        mend_zh: "核对任职的起止，或由有权的人办理",
        mend_en: "check the days of the assignment, or let somebody who may do it"
    }
    OrganisationNoGrant = 1032 Organisation Violation "organisation.no_grant" {
        zh: "岗位“{roles}”不能做“{command}”",
        en: "the roles \"{roles}\" may not do \"{command}\"",
        mend_zh: "由有权的人办理，或改岗位表",
        mend_en: "let somebody who may do it, or change the role table"
    }
    OrganisationOutOfScope = 1033 Organisation Violation "organisation.out_of_scope" {
        zh: "岗位“{role}”在“{held_at}”的权限限于{scope_zh}，不含“{node}”",
        en: "the role \"{role}\" held at \"{held_at}\" reaches the {scope}, which does not hold \"{node}\"",
        mend_zh: "由管辖该节点的人办理",
        mend_en: "let somebody whose scope holds it"
    }
    OrganisationNotOwner = 1034 Organisation Violation "organisation.not_owner" {
        zh: "岗位“{role}”只能办理本人名下的，这一项不在“{person}”名下",
        en: "the role \"{role}\" acts on what is its own, and this is not that of \"{person}\"",
        mend_zh: "由其所属的人办理，或先转移归属",
        mend_en: "let its owner do it, or hand it over first"
    }
    OrganisationOwnerNeeded = 1035 Organisation Violation "organisation.owner_needed" {
        zh: "岗位“{role}”只能办理本人名下的，而没有写明属于谁",
        en: "the role \"{role}\" acts on what is its own, and it is not said whose this is",
        mend_zh: "在“owner”里写明属于谁；新建的写经办人",
        mend_en: "say in owner whose it is; for something new, who makes it"
    }
    OrganisationVariantForbids = 1036 Organisation Violation "organisation.variant_forbids" {
        zh: "此处按流程差异“{code}”只由“{roles}”办理，不含岗位“{role}”",
        en: "by the process variant \"{code}\" only \"{roles}\" do this here, not the role \"{role}\"",
        mend_zh: "由这些岗位办理，或改流程差异",
        mend_en: "let one of these roles do it, or change the process variant"
    }
    OrganisationNobodyMay = 1037 Organisation Warning "organisation.nobody_may" {
        zh: "{day} 没有人能在“{node}”做“{command}”",
        en: "nobody may do \"{command}\" at \"{node}\" on {day}",
        mend_zh: "给有此权限的岗位设人，或改岗位表",
        mend_en: "assign somebody to a role that has it, or change the role table"
    }
    OrganisationDegrees = 1039 Organisation Violation "organisation.degrees" {
        zh: "“{field}”为 {found} 度，绝对值最多 {most} 度",
        en: "{field} is {found} degrees; it is {most} at most, on either side",
        mend_zh: "改正坐标；经度和纬度不要写反",
        mend_en: "mend the point; longitude and latitude may be turned round"
    }
    OrganisationPointFar = 1040 Organisation Warning "organisation.point_far" {
        zh: "“{node}”的坐标（东经 {longitude:number} 度，北纬 {latitude:number} 度）不在中国境内",
        en: "the point of \"{node}\" ({longitude:number} degrees east, {latitude:number} degrees north) is not in China",
        mend_zh: "核对坐标；经度和纬度是否写反",
        mend_en: "check the point; longitude and latitude may be turned round"
    }
    OrganisationBlank = 1038 Organisation Violation "organisation.blank" {
        zh: "“{field}”是空的",
        en: "\"{field}\" is empty",
        mend_zh: "填写",
        mend_en: "fill it in"
    }
}
