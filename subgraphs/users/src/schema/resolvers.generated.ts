/* This file was automatically generated. DO NOT UPDATE MANUALLY. */
    import type   { Resolvers } from './types.generated.ts';
    import    { accessRevocations as Query_accessRevocations } from './session/resolvers/Query/accessRevocations.ts';
import    { apiKeyGrant as Query_apiKeyGrant } from './api-key/resolvers/Query/apiKeyGrant.ts';
import    { apiKeys as Query_apiKeys } from './api-key/resolvers/Query/apiKeys.ts';
import    { auditLog as Query_auditLog } from './audit/resolvers/Query/auditLog.ts';
import    { centres as Query_centres } from './centre/resolvers/Query/centres.ts';
import    { dataReceipt as Query_dataReceipt } from './data-request/resolvers/Query/dataReceipt.ts';
import    { dataRequest as Query_dataRequest } from './data-request/resolvers/Query/dataRequest.ts';
import    { dataRequests as Query_dataRequests } from './data-request/resolvers/Query/dataRequests.ts';
import    { impersonation as Query_impersonation } from './impersonation/resolvers/Query/impersonation.ts';
import    { me as Query_me } from './user/resolvers/Query/me.ts';
import    { notificationInbox as Query_notificationInbox } from './notification/resolvers/Query/notificationInbox.ts';
import    { notificationLog as Query_notificationLog } from './live/resolvers/Query/notificationLog.ts';
import    { notificationPreferences as Query_notificationPreferences } from './notification/resolvers/Query/notificationPreferences.ts';
import    { tenant as Query_tenant } from './tenant/resolvers/Query/tenant.ts';
import    { tenantDirectory as Query_tenantDirectory } from './tenant/resolvers/Query/tenantDirectory.ts';
import    { user as Query_user } from './user/resolvers/Query/user.ts';
import    { apiKeyCreate as Mutation_apiKeyCreate } from './api-key/resolvers/Mutation/apiKeyCreate.ts';
import    { apiKeyRevoke as Mutation_apiKeyRevoke } from './api-key/resolvers/Mutation/apiKeyRevoke.ts';
import    { apiKeyRotate as Mutation_apiKeyRotate } from './api-key/resolvers/Mutation/apiKeyRotate.ts';
import    { apiKeyUseRecord as Mutation_apiKeyUseRecord } from './api-key/resolvers/Mutation/apiKeyUseRecord.ts';
import    { centreClose as Mutation_centreClose } from './centre/resolvers/Mutation/centreClose.ts';
import    { centreCreate as Mutation_centreCreate } from './centre/resolvers/Mutation/centreCreate.ts';
import    { centreRename as Mutation_centreRename } from './centre/resolvers/Mutation/centreRename.ts';
import    { curpReveal as Mutation_curpReveal } from './disclosure/resolvers/Mutation/curpReveal.ts';
import    { dataErasureRequest as Mutation_dataErasureRequest } from './data-request/resolvers/Mutation/dataErasureRequest.ts';
import    { dataExportRead as Mutation_dataExportRead } from './data-request/resolvers/Mutation/dataExportRead.ts';
import    { dataExportRequest as Mutation_dataExportRequest } from './data-request/resolvers/Mutation/dataExportRequest.ts';
import    { dataRequestResolve as Mutation_dataRequestResolve } from './data-request/resolvers/Mutation/dataRequestResolve.ts';
import    { impersonationEnd as Mutation_impersonationEnd } from './impersonation/resolvers/Mutation/impersonationEnd.ts';
import    { impersonationStart as Mutation_impersonationStart } from './impersonation/resolvers/Mutation/impersonationStart.ts';
import    { notificationPreferenceSet as Mutation_notificationPreferenceSet } from './notification/resolvers/Mutation/notificationPreferenceSet.ts';
import    { notificationsMarkRead as Mutation_notificationsMarkRead } from './notification/resolvers/Mutation/notificationsMarkRead.ts';
import    { passwordSet as Mutation_passwordSet } from './sign-in/resolvers/Mutation/passwordSet.ts';
import    { personPlace as Mutation_personPlace } from './centre/resolvers/Mutation/personPlace.ts';
import    { personaGrant as Mutation_personaGrant } from './session/resolvers/Mutation/personaGrant.ts';
import    { personaRevoke as Mutation_personaRevoke } from './session/resolvers/Mutation/personaRevoke.ts';
import    { profileUpdate as Mutation_profileUpdate } from './user/resolvers/Mutation/profileUpdate.ts';
import    { sessionRevoke as Mutation_sessionRevoke } from './session/resolvers/Mutation/sessionRevoke.ts';
import    { signInCheck as Mutation_signInCheck } from './sign-in/resolvers/Mutation/signInCheck.ts';
import    { tenantConfigure as Mutation_tenantConfigure } from './tenant/resolvers/Mutation/tenantConfigure.ts';
import    { tenantDomainRemove as Mutation_tenantDomainRemove } from './tenant/resolvers/Mutation/tenantDomainRemove.ts';
import    { tenantDomainSet as Mutation_tenantDomainSet } from './tenant/resolvers/Mutation/tenantDomainSet.ts';
import    { tenantDomainVerify as Mutation_tenantDomainVerify } from './tenant/resolvers/Mutation/tenantDomainVerify.ts';
import    { tenantReactivate as Mutation_tenantReactivate } from './tenant/resolvers/Mutation/tenantReactivate.ts';
import    { tenantSuspend as Mutation_tenantSuspend } from './tenant/resolvers/Mutation/tenantSuspend.ts';
import    { tenantTermsSet as Mutation_tenantTermsSet } from './tenant/resolvers/Mutation/tenantTermsSet.ts';
import    { totpConfirm as Mutation_totpConfirm } from './sign-in/resolvers/Mutation/totpConfirm.ts';
import    { totpEnrol as Mutation_totpEnrol } from './sign-in/resolvers/Mutation/totpEnrol.ts';
import    { userAccessRevoke as Mutation_userAccessRevoke } from './user/resolvers/Mutation/userAccessRevoke.ts';
import    { webhookPing as Mutation_webhookPing } from './webhook/resolvers/Mutation/webhookPing.ts';
import    { webhookRemove as Mutation_webhookRemove } from './webhook/resolvers/Mutation/webhookRemove.ts';
import    { webhookSet as Mutation_webhookSet } from './webhook/resolvers/Mutation/webhookSet.ts';
import    { notificationInboxChanged as Subscription_notificationInboxChanged } from './live/resolvers/Subscription/notificationInboxChanged.ts';
import    { notificationReceived as Subscription_notificationReceived } from './live/resolvers/Subscription/notificationReceived.ts';
import    { AccessRevocation } from './session/resolvers/AccessRevocation.ts';
import    { ApiKey } from './api-key/resolvers/ApiKey.ts';
import    { Centre } from './centre/resolvers/Centre.ts';
import    { ClientKey } from './tenant/resolvers/ClientKey.ts';
import    { ClientSignatures } from './tenant/resolvers/ClientSignatures.ts';
import    { DataReceipt } from './data-request/resolvers/DataReceipt.ts';
import    { DataRequest } from './data-request/resolvers/DataRequest.ts';
import    { DataRequestPart } from './data-request/resolvers/DataRequestPart.ts';
import    { Disclosure } from './disclosure/resolvers/Disclosure.ts';
import    { Impersonation } from './impersonation/resolvers/Impersonation.ts';
import    { Notification } from './notification/resolvers/Notification.ts';
import    { NotificationReceived } from './live/resolvers/NotificationReceived.ts';
import    { Tenant as tenant_Tenant } from './tenant/resolvers/Tenant.ts';
import    { Tenant as webhook_Tenant } from './webhook/resolvers/Tenant.ts';
import    { TenantDomain } from './tenant/resolvers/TenantDomain.ts';
import    { TenantSettings } from './tenant/resolvers/TenantSettings.ts';
import    { User as centre_User } from './centre/resolvers/User.ts';
import    { User as user_User } from './user/resolvers/User.ts';
import    { User as disclosure_User } from './disclosure/resolvers/User.ts';
import    { User as impersonation_User } from './impersonation/resolvers/User.ts';
import    { User as notification_User } from './notification/resolvers/User.ts';
import    { Webhook } from './webhook/resolvers/Webhook.ts';
import    { DateResolver,DateTimeResolver,EmailAddressResolver } from '@academy/platform/graphql/scalars';
    export const resolvers: Resolvers = {
      Query: { accessRevocations: Query_accessRevocations,apiKeyGrant: Query_apiKeyGrant,apiKeys: Query_apiKeys,auditLog: Query_auditLog,centres: Query_centres,dataReceipt: Query_dataReceipt,dataRequest: Query_dataRequest,dataRequests: Query_dataRequests,impersonation: Query_impersonation,me: Query_me,notificationInbox: Query_notificationInbox,notificationLog: Query_notificationLog,notificationPreferences: Query_notificationPreferences,tenant: Query_tenant,tenantDirectory: Query_tenantDirectory,user: Query_user },
      Mutation: { apiKeyCreate: Mutation_apiKeyCreate,apiKeyRevoke: Mutation_apiKeyRevoke,apiKeyRotate: Mutation_apiKeyRotate,apiKeyUseRecord: Mutation_apiKeyUseRecord,centreClose: Mutation_centreClose,centreCreate: Mutation_centreCreate,centreRename: Mutation_centreRename,curpReveal: Mutation_curpReveal,dataErasureRequest: Mutation_dataErasureRequest,dataExportRead: Mutation_dataExportRead,dataExportRequest: Mutation_dataExportRequest,dataRequestResolve: Mutation_dataRequestResolve,impersonationEnd: Mutation_impersonationEnd,impersonationStart: Mutation_impersonationStart,notificationPreferenceSet: Mutation_notificationPreferenceSet,notificationsMarkRead: Mutation_notificationsMarkRead,passwordSet: Mutation_passwordSet,personPlace: Mutation_personPlace,personaGrant: Mutation_personaGrant,personaRevoke: Mutation_personaRevoke,profileUpdate: Mutation_profileUpdate,sessionRevoke: Mutation_sessionRevoke,signInCheck: Mutation_signInCheck,tenantConfigure: Mutation_tenantConfigure,tenantDomainRemove: Mutation_tenantDomainRemove,tenantDomainSet: Mutation_tenantDomainSet,tenantDomainVerify: Mutation_tenantDomainVerify,tenantReactivate: Mutation_tenantReactivate,tenantSuspend: Mutation_tenantSuspend,tenantTermsSet: Mutation_tenantTermsSet,totpConfirm: Mutation_totpConfirm,totpEnrol: Mutation_totpEnrol,userAccessRevoke: Mutation_userAccessRevoke,webhookPing: Mutation_webhookPing,webhookRemove: Mutation_webhookRemove,webhookSet: Mutation_webhookSet },
      Subscription: { notificationInboxChanged: Subscription_notificationInboxChanged,notificationReceived: Subscription_notificationReceived },
      AccessRevocation: AccessRevocation,
ApiKey: ApiKey,
Centre: Centre,
ClientKey: ClientKey,
ClientSignatures: ClientSignatures,
DataReceipt: DataReceipt,
DataRequest: DataRequest,
DataRequestPart: DataRequestPart,
Disclosure: Disclosure,
Impersonation: Impersonation,
Notification: Notification,
NotificationReceived: NotificationReceived,
Tenant: { ...tenant_Tenant,...webhook_Tenant },
TenantDomain: TenantDomain,
TenantSettings: TenantSettings,
User: { ...centre_User,...user_User,...disclosure_User,...impersonation_User,...notification_User },
Webhook: Webhook,
Date: DateResolver,
DateTime: DateTimeResolver,
EmailAddress: EmailAddressResolver
    }